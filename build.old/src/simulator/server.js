import { createServer } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { json } from './endpoints/endpoint.js';
import { ENDPOINTS } from './endpoints/index.js';
const MAX_BODY = 64 * 1024 * 1024;
/** Plain HTTP on loopback. `/__host/<host>/<path>` stands for https://<host>/<path>. */
export class SimulatorServer {
    service;
    server;
    sockets = new Set();
    state = 'up';
    constructor(service) {
        this.service = service;
        this.server = createServer((request, response) => {
            this.handle(request, response).catch((error) => {
                response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
            });
        });
        this.server.on('connection', socket => {
            socket.on('error', () => socket.destroy());
            if (this.state === 'down') {
                socket.destroy();
                return;
            }
            this.sockets.add(socket);
            socket.on('close', () => this.sockets.delete(socket));
        });
    }
    async listen() {
        await new Promise((resolve, reject) => {
            this.server.once('error', reject);
            this.server.listen(0, '127.0.0.1', resolve);
        });
        return `http://127.0.0.1:${this.server.address().port}`;
    }
    async close() {
        const closed = new Promise(resolve => this.server.close(resolve));
        this.cut();
        await closed;
    }
    get network() {
        return this.state;
    }
    /** Every change cuts the connections that are open. */
    set network(state) {
        this.state = state;
        this.cut();
    }
    cut() {
        for (const socket of this.sockets)
            socket.destroy();
    }
    async handle(incoming, response) {
        const body = await readBody(incoming);
        if (body === null)
            return;
        const request = this.read(incoming, body);
        this.service.log.add(request);
        this.service.waiting.wake();
        if (this.state !== 'up') {
            this.end(request, this.state === 'down' ? 'drop' : 'hang');
            return;
        }
        const endpoint = ENDPOINTS.get(request.endpoint);
        const run = async () => endpoint ? endpoint(this.service, request) : { status: 404, type: 'text/plain', body: 'no such endpoint' };
        const planned = this.service.faults.take(request);
        if (planned && planned.stage !== 'after') {
            await this.fail(planned, request, response, run);
            return;
        }
        const answer = await run();
        // or one that was set while the client waited in a long poll
        const fault = planned ?? this.service.faults.take(request);
        if (fault)
            await this.fail(fault, request, response, async () => answer);
        else
            this.send(request, response, answer);
    }
    async fail(fault, request, response, run) {
        if (fault.delay)
            await new Promise(resolve => setTimeout(resolve, fault.delay).unref());
        if (fault.drop) {
            this.end(request, 'drop');
            response.destroy();
        }
        else if (fault.hang)
            this.end(request, 'hang');
        else if (fault.status !== undefined)
            this.send(request, response, {
                status: fault.status,
                type: 'text/plain',
                body: fault.body ?? '',
                ...(fault.location === undefined ? {} : { location: fault.location }),
            });
        else if (fault.ret !== undefined)
            this.send(request, response, json({}, fault.ret));
        else if (fault.body !== undefined)
            this.send(request, response, { status: 200, type: 'text/plain', body: fault.body });
        else if (fault.flood !== undefined)
            this.pour(request, response, flood(fault.flood));
        else if (fault.trickle !== undefined)
            this.pour(request, response, trickle((await run()).body, fault.trickle));
        else
            this.send(request, response, await run());
    }
    send(request, response, answer) {
        this.end(request, answer.status);
        const cookies = answer.cookies?.length ? { 'set-cookie': [...answer.cookies] } : {};
        const location = answer.location === undefined ? {} : { location: answer.location };
        const type = answer.type || 'application/octet-stream';
        // one request a connection: cutting connections then hits exactly the requests that are open
        response.writeHead(answer.status, { 'content-type': type, connection: 'close', ...cookies, ...location });
        response.end(answer.body);
    }
    /** An answer whose length is not told, for as long as the client reads. */
    pour(request, response, chunks) {
        this.end(request, 200);
        response.writeHead(200, { 'content-type': 'application/octet-stream', connection: 'close' });
        // a client that goes away in the middle is no fault of this server's
        pipeline(chunks, response).catch(() => { });
    }
    end(request, outcome) {
        request.outcome = outcome;
        this.service.waiting.wake();
    }
    read(incoming, body) {
        const target = incoming.url ?? '/';
        const rewritten = /^\/__host\/([^/]+)(\/.*)$/.exec(target);
        const host = rewritten?.[1] ?? incoming.headers.host ?? '';
        const [path = '', query = ''] = (rewritten?.[2] ?? target).split(/\?(.*)/s);
        return {
            at: this.service.now(),
            method: incoming.method ?? 'GET',
            host,
            path,
            endpoint: path.split('/').at(-1) ?? '',
            query: Object.fromEntries(new URLSearchParams(query)),
            body: parse(body),
            outcome: null,
        };
    }
}
async function* flood(bytes) {
    const chunk = Buffer.alloc(64 * 1024, 'x');
    for (let left = bytes; left > 0; left -= chunk.length)
        yield chunk.subarray(0, Math.min(left, chunk.length));
}
async function* trickle(body, pause) {
    for (const byte of Buffer.from(body)) {
        yield Buffer.of(byte);
        await sleep(pause, undefined, { ref: false });
    }
}
/** null when the client went away, or sent more than any client would: then there is nobody to answer. */
async function readBody(incoming) {
    const chunks = [];
    let size = 0;
    try {
        for await (const chunk of incoming) {
            size += chunk.length;
            if (size > MAX_BODY) {
                incoming.destroy();
                return null;
            }
            chunks.push(chunk);
        }
    }
    catch {
        return null;
    }
    return Buffer.concat(chunks);
}
function parse(body) {
    try {
        return JSON.parse(body.toString());
    }
    catch {
        return null;
    }
}
//# sourceMappingURL=server.js.map