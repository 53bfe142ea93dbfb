import { fork } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Simulator } from '../../src/simulator/index.js';
import { scriptPath } from '../proof/process.js';
import { faultsWorld } from './world.js';
const ROOM_ID = '1001@chatroom';
function ended(code, error) {
    return {
        id: `ended-${code}`,
        table: 'session',
        title: `synccheck answers ${code}`,
        seconds: 30,
        async run(kit) {
            await kit.open();
            const scans = kit.count('scan');
            const errors = kit.count('error');
            const began = Date.now();
            kit.simulator.phone.kick(code);
            await kit.until(() => kit.count('scan') > scans, 25_000);
            const seconds = (Date.now() - began) / 1000;
            const told = kit.subject.states.some(each => each.state === 'error' && each.detail === error);
            const scanned = kit.count('scan') > scans;
            const what = kit.who === 'ours' ? `known as ${told ? error : '?'}` : `${kit.count('error') - errors} errors`;
            return {
                said: scanned ? `${what}, new QR code after ${seconds.toFixed(1)} s` : `${what}, no QR code`,
                holds: told && scanned && seconds < 3,
            };
        },
    };
}
/** Every request is cut for so long. What is said meanwhile waits at the server. */
function outage(seconds) {
    return {
        id: `outage-${seconds}`,
        table: 'session',
        title: `The network is away for ${seconds} s`,
        seconds: seconds + 100,
        async run(kit) {
            await kit.open();
            const { simulator, subject } = kit;
            const scans = kit.count('scan');
            const logins = simulator.requests.count('jslogin');
            const errors = kit.count('error');
            const cut = Date.now();
            const back = simulator.faults.add({ endpoint: '*', drop: true });
            await sleep(2_000);
            simulator.say(ROOM_ID, 'mum', '断网时说的');
            await sleep(seconds * 1_000 - 2_000);
            const attempts = perSecond(simulator.requests
                .of()
                .filter(request => request.at >= cut)
                .map(request => request.at));
            const claimed = subject.alive.filter(at => at > cut + 5_000).length;
            back();
            const returned = Date.now();
            const heard = await kit.hears('断网时说的', 60_000);
            simulator.say(ROOM_ID, 'mum', '恢复后说的');
            const after = await kit.hears('恢复后说的', heard ? 10_000 : 25_000);
            const deaf = ((heard ?? after)?.at ?? 0) - returned;
            const same = kit.count('scan') === scans && simulator.requests.count('jslogin') === logins;
            const gap = await gapOf(kit, seconds);
            const parts = [
                heard
                    ? `hears again after ${(deaf / 1000).toFixed(1)} s, nothing lost`
                    : after
                        ? 'what was said is lost'
                        : 'deaf 85 s after the return',
                same ? 'same session' : 'session thrown away',
                `at most ${attempts} requests a second`,
                `${kit.count('error') - errors} errors`,
                ...(claimed > 0 ? [`claims to be alive ${claimed} times meanwhile`] : []),
                ...(gap ? [gap.said] : []),
            ];
            const holds = heard !== null &&
                after !== null &&
                deaf < 10_000 &&
                same &&
                attempts <= 1 &&
                claimed === 0 &&
                gap?.holds !== false;
            return { said: parts.join(', '), holds };
        },
    };
}
/** The gap in the ledger: wanted for an outage that is longer than a few polls. */
async function gapOf(kit, seconds) {
    if (kit.who !== 'ours')
        return null;
    const { ledger } = kit.subject;
    const gaps = ledger.gaps(0);
    if (seconds < 90)
        return { said: gaps.length === 0 ? 'too short for a gap' : 'a gap too many', holds: gaps.length === 0 };
    const [gap] = gaps;
    const length = gap ? (gap.to - gap.from) / 1000 : 0;
    return {
        said: gap ? `gap of ${Math.round(length)} s in the ledger` : 'no gap in the ledger',
        holds: length >= seconds - 5,
    };
}
/** the most that fall into any one second, not counting what was open when the network went */
function perSecond(times) {
    const rest = times.slice(1);
    let most = 0;
    for (const [from, at] of rest.entries()) {
        const within = rest.slice(from).findIndex(other => other - at >= 950);
        most = Math.max(most, within < 0 ? rest.length - from : within);
    }
    return most;
}
function peer(kit, baseUrl) {
    const news = [];
    const child = fork(scriptPath('faults/peer.js'), [kit.who, baseUrl, kit.dir], { silent: true, execArgv: [] });
    child.on('message', message => news.push(message));
    return { child, news };
}
export const SESSION_ROWS = [
    ended('1100', 'BZ305'),
    ended('1101', 'BZ306'),
    ended('1102', 'BZ307'),
    {
        id: 'three-errors',
        table: 'session',
        title: 'Three synccheck errors, far apart',
        seconds: 60,
        async run(kit) {
            await kit.open({ longPoll: 1_000 });
            const { simulator, subject } = kit;
            const inits = simulator.requests.count('webwxinit');
            const codes = simulator.requests.count('jslogin');
            for (let n = 0; n < 3; n++) {
                simulator.faults.add({ endpoint: 'synccheck', status: 500, times: 1 });
                await sleep(10_000);
            }
            simulator.say(ROOM_ID, 'dad', '三次之后');
            const heard = await kit.hears('三次之后', 25_000);
            const restarts = simulator.requests.count('webwxinit') - inits;
            const logins = simulator.requests.count('jslogin') - codes;
            const errors = subject.states.filter(each => each.state === 'error').length;
            const said = `${heard ? 'hears on' : 'deaf'}, ${restarts} restarts, ${logins} new logins, ${errors} errors`;
            return { said, holds: heard !== null && restarts + logins + errors === 0 };
        },
    },
    outage(20),
    outage(100),
    {
        id: 'jslogin-500',
        table: 'session',
        title: 'jslogin answers 500 for 5 s',
        seconds: 30,
        async run(kit) {
            await kit.open({ login: false });
            const { simulator } = kit;
            await simulator.phone.waitForCode(20_000);
            const back = simulator.faults.add({ endpoint: 'jslogin', status: 500 });
            simulator.phone.expire();
            await kit.until(() => simulator.requests.count('jslogin') > 1, 10_000);
            const before = simulator.requests.count('jslogin');
            await sleep(5_000);
            const requests = simulator.requests.count('jslogin') - before + 1;
            back();
            return { said: `${requests} requests in 5 s`, holds: requests <= 5 };
        },
    },
    {
        id: 'blocked',
        table: 'session',
        title: 'The account is blocked (1203)',
        seconds: 30,
        async run(kit) {
            await kit.open({ login: false });
            const { simulator, subject } = kit;
            simulator.phone.block();
            simulator.phone.confirm(await simulator.phone.waitForCode(20_000));
            await kit.until(() => kit.count('error') > 0, 10_000);
            const asked = simulator.requests.count('jslogin');
            await sleep(8_000);
            const more = simulator.requests.count('jslogin') - asked;
            const error = subject.states.find(each => each.state === 'error')?.detail.slice(0, 60) ?? 'no error';
            return {
                said: `${error}; ${more === 0 ? 'stops' : `${more} new QR codes`}`,
                holds: error === 'BZ308' && more === 0,
            };
        },
    },
    {
        id: 'sigkill',
        table: 'session',
        title: 'SIGKILL, then a restart',
        seconds: 60,
        async run(kit) {
            const simulator = new Simulator({ world: faultsWorld(), longPoll: 1_000, echoOwn: false });
            const baseUrl = await simulator.start();
            try {
                const first = peer(kit, baseUrl);
                simulator.phone.confirm(await simulator.phone.waitForCode(90_000));
                await kit.until(() => first.news.some(each => each.state === 'online'), 60_000);
                simulator.say(ROOM_ID, 'dad', '之前');
                await kit.until(() => first.news.some(each => each.text === '之前'), 60_000);
                await sleep(1_500);
                first.child.kill('SIGKILL');
                await sleep(500);
                simulator.say(ROOM_ID, 'dad', '停着的时候');
                await sleep(1_500);
                const second = peer(kit, baseUrl);
                const heard = (text) => second.news.some(each => each.text === text);
                await kit.until(() => second.news.some(each => each.state === 'online' || each.state === 'scan'), 30_000);
                await kit.until(() => heard('停着的时候'), 8_000);
                simulator.say(ROOM_ID, 'dad', '之后');
                await kit.until(() => heard('之后'), 10_000);
                const scanned = second.news.some(each => each.state === 'scan');
                second.child.kill('SIGKILL');
                const kept = heard('停着的时候');
                const said = `${scanned ? 'a new QR code' : 'no QR code'}, what was said meanwhile is ${kept ? 'heard' : 'lost'}`;
                return { said, holds: !scanned && kept && heard('之后') };
            }
            finally {
                await simulator.stop();
            }
        },
    },
    {
        id: 'stop',
        table: 'session',
        title: 'A stop on purpose',
        seconds: 20,
        async run(kit) {
            await kit.open();
            await sleep(1_000);
            await kit.subject.stop().catch(() => { });
            await sleep(1_500);
            const logouts = kit.simulator.requests.count('webwxlogout');
            const card = readdirSync(kit.dir).find(name => name.endsWith('.memory-card.json'));
            const whole = card !== undefined &&
                existsSync(join(kit.dir, card)) &&
                /PROP|uin/.test(readFileSync(join(kit.dir, card), 'utf8'));
            return {
                said: `${logouts > 0 ? 'logs out' : 'the session stays'}, ${whole ? 'the card stays' : 'the card is emptied'}`,
                holds: logouts === 0 && whole && kit.simulator.online,
            };
        },
    },
];
//# sourceMappingURL=session-rows.js.map