import { dirname, join } from 'node:path';
import { DEFAULT_PUPPET } from '../../gateways/wechaty/capability.js';
import { MINUTE } from '../../model/time.js';
import { ALIVE_KEY } from '../../pipeline/gaps.js';
import { calendarKnows, isTimeZone, localTime } from '../../text/index.js';
import { DATA_FILES, KEY_ENV } from '../data-files.js';
import { abilities } from './abilities.js';
import { holidays } from './calendar.js';
import { clock, timeZone } from './clock.js';
import { packsOf, ruleFiles, schoolFile } from './configuration.js';
import { disk } from './disk.js';
import { fail, failure, warn } from './finding.js';
import { latestDecision, ledgerFindings } from './ledger.js';
import { liveness } from './live.js';
import { reachability } from './network.js';
import { opinionUse } from './opinion.js';
import { rights } from './rights.js';
import { nativeModule, nodeVersion } from './runtime.js';
const DEFAULT_ZONE = 'Asia/Shanghai';
const DEFAULT_DATA = 'data';
/** All checks, section by section as they are done. A check that breaks is a finding, and the others still run. */
export async function* examine(tools, options) {
    const patient = await admit(tools, options);
    try {
        for (const [title, checks] of sections(tools, patient, options.offline)) {
            const findings = [];
            for (const check of checks)
                findings.push(...(await attempt(check)));
            if (findings.length > 0)
                yield { title, findings };
        }
    }
    finally {
        if ('close' in patient.books)
            patient.books.close();
    }
}
/** Liveness alone, for the health check of a container: one value of the ledger. */
export async function online(tools, place) {
    try {
        let dataDir = place.data;
        if (dataDir === undefined) {
            const { school, schoolFinding } = await readSchool(tools, place.school);
            if (school === null)
                return { ...schoolFinding, level: 'fail' };
            dataDir = school.dataDir;
        }
        const books = await openBooks(tools, dataDir);
        if (!('close' in books))
            return { ...books, level: 'fail' };
        try {
            return liveness(books.meta(ALIVE_KEY), tools.now());
        }
        finally {
            books.close();
        }
    }
    catch (error) {
        return failure('查不到小助手是否在线', error);
    }
}
async function admit(tools, options) {
    const { school, schoolFinding } = await readSchool(tools, options.school);
    const dataDir = options.data ?? school?.dataDir ?? DEFAULT_DATA;
    return {
        school,
        schoolFinding,
        timezone: school !== null && isTimeZone(school.timezone) ? school.timezone : DEFAULT_ZONE,
        dataDir,
        rulesDir: school?.rulesDir ?? dirname(options.school),
        books: await openBooks(tools, dataDir),
    };
}
async function readSchool(tools, file) {
    try {
        const loaded = (await tools.probe.file(file)) === null ? null : await tools.loadSchool(file);
        return { school: loaded?.ok ? loaded.value : null, schoolFinding: schoolFile(file, loaded) };
    }
    catch (error) {
        return { school: null, schoolFinding: failure(`学校文件 ${file} 读不了`, error) };
    }
}
/** Opens for reading. A missing key is told, not made anew: a new one would not fit. */
async function openBooks(tools, dataDir) {
    try {
        const file = join(dataDir, DATA_FILES.ledger);
        if ((await tools.probe.file(file)) === null) {
            return warn(`${dataDir} 里还没有账本，第一次 banzhang run 时建立`, null);
        }
        const given = (tools.env[KEY_ENV] ?? '').trim() !== '';
        const key = join(dataDir, DATA_FILES.key);
        if (!given && (await tools.probe.file(key)) === null) {
            return fail(`有账本，却没有密钥 ${key}`, `从备份放回密钥文件，或设置环境变量 ${KEY_ENV}`);
        }
        return tools.readLedger(dataDir);
    }
    catch (error) {
        return failure('账本打不开', error);
    }
}
function sections(tools, patient, offline) {
    const { probe } = tools;
    const { school, timezone, dataDir, books } = patient;
    const now = tools.now();
    const ledger = 'close' in books ? books : null;
    const puppet = school?.bot.puppet ?? DEFAULT_PUPPET;
    return [
        [
            '机器',
            [
                ['查不到 Node.js 的版本', () => nodeVersion(probe.node)],
                ['查不了数据库模块', () => nativeModule(probe)],
                ['查不到时区', () => timeZone(probe.zone(), school?.timezone ?? null, now)],
                ['核对不了系统时间', () => clock(now, ledger && latestDecision(ledger), timezone)],
                ['查不了日历', () => holidays(localTime(now, timezone).date, calendarKnows, school?.calendar ?? null)],
                ['查不了磁盘', () => disk(probe, dataDir)],
            ],
        ],
        [
            '配置',
            [
                ['查不了学校文件', () => patient.schoolFinding],
                ['查不了规则', () => rulesAndPacks(tools, patient)],
                ['查不到微信连接的能力', () => abilities(puppet)],
                ['查不了第二意见', () => (school?.opinion ? opinionUse(school.opinion, ledger, midnight(now, timezone)) : [])],
            ],
        ],
        [
            '账本',
            [
                ['查不了文件权限', () => rights(probe, dataDir)],
                ['查不了账本', () => ('close' in books ? ledgerFindings(books, now, timezone) : books)],
            ],
        ],
        [
            '连接',
            [
                ['查不了网络', () => (offline ? [] : reachability(probe, puppet))],
                ['查不到小助手是否在线', () => (ledger ? mild(liveness(ledger.meta(ALIVE_KEY), now)) : [])],
            ],
        ],
    ];
}
function midnight(now, timezone) {
    return now - localTime(now, timezone).minutes * MINUTE - (now % MINUTE);
}
async function rulesAndPacks(tools, { school, rulesDir }) {
    const rules = await tools.loadRules(rulesDir, school?.signals ?? []);
    return [ruleFiles(rulesDir, rules), ...(rules.ok && school ? packsOf(school, rules.value) : [])];
}
/** A bot that is not running is no fault of the machine. */
function mild(finding) {
    return finding.level === 'fail' ? { ...finding, level: 'warn' } : finding;
}
async function attempt([what, run]) {
    try {
        const answer = await run();
        return 'level' in answer ? [answer] : answer;
    }
    catch (error) {
        return [failure(what, error)];
    }
}
//# sourceMappingURL=examine.js.map