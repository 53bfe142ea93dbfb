import { MINUTE, systemClock } from '../model/time.js';
import { text } from './content.js';
import { Crowd } from './crowd.js';
import { Phone } from './phone.js';
import { SimulatorServer } from './server.js';
import { Service } from './service.js';
import { World } from './world.js';
const DEFAULTS = {
    longPoll: 25_000,
    syncBatch: 50,
    retained: 5_000,
    recallWindow: 2 * MINUTE,
    echoOwn: true,
    partialRooms: false,
    host: 'wx2.qq.com',
    seed: 'simulator',
};
/**
 * A WeChat Web service on loopback, for the demo and for end-to-end tests: the client under test logs in, hears and
 * speaks over HTTP; the test plays the phone and the other members, breaks things, and looks at what arrived.
 */
export class Simulator {
    world;
    phone;
    /** everybody else */
    crowd;
    service;
    server;
    url = null;
    constructor({ world, clock = systemClock, logLimit = 2_000, ...settings }) {
        this.world = new World(world);
        this.service = new Service(this.world, clock, { ...DEFAULTS, ...settings }, logLimit);
        this.server = new SimulatorServer(this.service);
        this.phone = new Phone(this.service);
        this.crowd = new Crowd(this.service);
    }
    /** Listens on a free port of 127.0.0.1; resolves to the base URL. */
    async start() {
        this.url = await this.server.listen();
        return this.url;
    }
    /** Cuts every connection and lets everybody go who waits. */
    async stop() {
        this.service.waiting.release();
        this.service.outgoing.release();
        await this.server.close();
        this.url = null;
    }
    /** `http://127.0.0.1:PORT`; clients ask for `<baseUrl>/__host/<host>/<path>` */
    get baseUrl() {
        if (this.url === null)
            throw new Error('the simulator has not been started');
        return this.url;
    }
    /** a client is logged in and its session has not ended */
    get online() {
        return this.service.session?.ended === null;
    }
    /** A member says something in a room (id or topic, id or name). Returns the message id. */
    say(room, member, words, options = {}) {
        return this.crowd.post(room, member, text(words), options);
    }
    /** Somebody writes to the account alone. Returns the message id. */
    whisper(person, words, options = {}) {
        return this.crowd.whisper(person, text(words), options);
    }
    /** everything the client sent, oldest first */
    get sent() {
        return this.service.outgoing.all;
    }
    /** @throws when nothing that fits is (or was) sent within so many milliseconds of real time */
    waitForSent(predicate, ms = 5_000) {
        return this.service.outgoing.waitFor(predicate, ms);
    }
    get faults() {
        return this.service.faults;
    }
    get requests() {
        return this.service.log;
    }
    /** @throws when no request that fits is (or was) seen within so many milliseconds of real time */
    async waitForRequest(predicate, ms = 5_000) {
        const find = () => this.service.log.of().find(predicate);
        await this.service.waiting.until(() => find() !== undefined, ms);
        const found = find();
        if (found)
            return found;
        throw new Error(`no such request came within ${ms} ms`);
    }
    get network() {
        return this.server.network;
    }
    /** Messages said while the network is not up wait for its return. */
    set network(state) {
        this.server.network = state;
    }
    /** Media of a message is gone: zero bytes with status 200, as the real service answers. */
    expireMedia(messageId) {
        this.service.media.expire(messageId);
    }
    /** What a person or room is called on the wire in the present session, or null when nobody is logged in. */
    wireId(id) {
        return this.service.session?.ids.wire(id) ?? null;
    }
}
//# sourceMappingURL=simulator.js.map