#!/usr/bin/env node
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import cron from 'node-cron';
import pino from 'pino';
import qrcode from 'qrcode';
import { parse } from 'yaml';
import { bindCommand } from './cli/bind.js';
import { charterCommand } from './cli/charter.js';
import { checkCommand } from './cli/check.js';
import { consentCommand } from './cli/consent.js';
import { DATA_FILES, KEY_ENV } from './cli/data-files.js';
import { demoCommand } from './cli/demo.js';
import { machine } from './cli/doctor/machine.js';
import { doctorCommand } from './cli/doctor.js';
import { explainCommand } from './cli/explain.js';
import { exportCommand } from './cli/export.js';
import { feedbackCommand } from './cli/feedback.js';
import { forgetCommand } from './cli/forget.js';
import { goLiveCommand } from './cli/go-live.js';
import { initCommand } from './cli/init.js';
import { logCommand } from './cli/log.js';
import { buildProgram, runProgram } from './cli/program.js';
import { replayCommand } from './cli/replay.js';
import { runCommand } from './cli/run.js';
import { processTerminal } from './cli/terminal.js';
import { checkTightening, loadRuleSet, loadSchool, renderDiagnostics, watchRuleSet, writeSchemas, } from './config/index.js';
import { testChannels } from './effects/channels/index.js';
import { SimulatedEffects } from './effects/index.js';
import { testOpinion } from './effects/opinion/index.js';
import { compileRuleSet, judgeKept, runExamples } from './engine/index.js';
import { createWechatyGateway } from './gateways/wechaty/index.js';
import { Jobs, TELLING } from './jobs/index.js';
import { loadKey, loadOrCreateKey, openBeside, openLedger } from './ledger/index.js';
import { BanzhangError } from './model/errors.js';
import { GROUP_PACKS } from './model/member.js';
import { SECOND, systemClock } from './model/time.js';
import { demo } from './pipeline/demo.js';
import { live } from './pipeline/live.js';
import { replay } from './pipeline/replay.js';
import { catalogueOf, loadSignals, registry } from './signals/index.js';
import { daySchema } from './simulator/day.js';
import { intentModel } from './text/intent/index.js';
const { ledger: LEDGER_FILE, key: KEY_FILE, card: CARD_FILE, qrcode: QR_FILE } = DATA_FILES;
const PROJECT = fileURLToPath(new URL('..', import.meta.url));
/** Signals shipped and those of the school. Throws BZ118 with all that is wrong. */
async function signalsWith(paths) {
    const { registry: all, problems } = await loadSignals(paths, registry, (signal, error) => log.error({ signal, error: String(error) }, 'a third-party signal failed and counts as a miss'));
    if (problems.length === 0)
        return all;
    throw new BanzhangError('BZ118', problems.map(({ path, message }) => `${path}：${message}`).join('\n'), {
        hint: '检查学校文件中的 signals',
    });
}
async function rulesOf(dir, signals) {
    const known = await signalsWith(signals);
    // files of the program that are damaged are one problem, not one of every rule that asks the model
    intentModel();
    const load = (from) => loadRuleSet(from, { catalogue: catalogueOf(known), runExamples: set => runExamples(set, known) });
    return { known, load, result: await load(dir) };
}
function rejected(result, base, terminal) {
    const report = renderDiagnostics(result.diagnostics, result.sources, {
        colour: terminal.colors.isColorSupported,
        base,
    });
    return { ok: false, count: result.diagnostics.length, report };
}
async function rulesOrThrow(dir, signals, terminal) {
    const { known, load, result } = await rulesOf(dir, signals);
    if (!result.ok) {
        const { report, count } = rejected(result, dir, terminal);
        throw new BanzhangError('BZ506', `规则有 ${count} 处错误\n${report}`, {
            hint: '改好后用 banzhang check 再检查一遍',
        });
    }
    return { known, load, ruleSet: result.ruleSet };
}
function ready(ruleSet, known) {
    return { ruleSet, compiled: compileRuleSet(ruleSet, known) };
}
async function schoolOf(file, terminal) {
    const result = await loadSchool(file, { env: process.env, packs: packsBeside(file) });
    if (!result.ok)
        return rejected(result, '', terminal);
    const loosened = await looseningsOf(file, result.school, result.sources);
    if (loosened.length > 0)
        return rejected({ ok: false, diagnostics: loosened, sources: result.sources }, '', terminal);
    const options = { colour: terminal.colors.isColorSupported, warnings: true };
    const warnings = renderDiagnostics(result.warnings, result.sources, options);
    return { ok: true, value: result.school, warnings: result.warnings.length === 0 ? '' : warnings };
}
/** Where a class says it is stricter than its pack and is not. Rules that cannot be read are told of elsewhere. */
async function looseningsOf(file, school, sources) {
    if (school.groups.every(group => !group.tighten))
        return [];
    const { result } = await rulesOf(school.rulesDir, school.signals);
    return result.ok ? checkTightening(file, sources.get(file) ?? '', result.ruleSet) : [];
}
/** A school may have packs of its own beside its file. */
function packsBeside(file) {
    const folder = join(dirname(file), 'packs');
    const own = existsSync(folder) ? readdirSync(folder) : [];
    return [...new Set([...GROUP_PACKS, ...own])];
}
/** The data folder with its key and ledger; made on first use, for the bot's user alone. */
function openData(dir, botId) {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    const key = loadOrCreateKey({ file: join(dir, KEY_FILE), env: process.env[KEY_ENV] });
    return { key, ledger: openLedger({ file: join(dir, LEDGER_FILE), botId, key }) };
}
function ledgerFileOf(dir) {
    const file = join(dir, LEDGER_FILE);
    if (existsSync(file))
        return file;
    throw new BanzhangError('BZ503', `${dir} 里还没有账本`, {
        hint: '先运行 banzhang run，或用 --data 指定演示的数据文件夹',
    });
}
function keyOf(dir) {
    return loadKey({ file: join(dir, KEY_FILE), env: process.env[KEY_ENV] });
}
function readLedger(dir) {
    return openLedger({ file: ledgerFileOf(dir), botId: 'reader', key: keyOf(dir), readonly: true });
}
const log = pino({
    level: process.env.BANZHANG_LOG ?? 'warn',
    base: null,
    redact: { paths: ['text', 'name', 'names', '*.text', '*.name'], censor: '[已打码]' },
}, pino.destination(2));
/** What a school's bot does by the clock. */
function jobsOf({ timezone, retention }) {
    return deps => new Jobs(deps, { timezone, retention });
}
/** What a replayed group would have been told; nothing is erased. */
function replayedJobs(deps, group) {
    const groups = () => [deps.groups.profile(group())].filter(profile => profile !== null);
    return new Jobs(deps, { timezone: 'Asia/Shanghai', retention: null, groups, scope: () => `${group()}/` }, TELLING);
}
/** The ticking edge: what is due at a tick is a pure function of the clock and the ledger. */
function everyBy(timezone) {
    return (interval, run) => {
        const seconds = Math.max(1, Math.round(interval / SECOND));
        const task = cron.schedule(`*/${seconds} * * * * *`, run, {
            timezone,
            noOverlap: true,
            suppressMissedWarning: true,
        });
        return () => void task.destroy();
    };
}
function makeTools(terminal) {
    const every = (interval, run) => {
        const timer = setInterval(run, interval);
        return () => clearInterval(timer);
    };
    const school = async (file) => {
        const loaded = await schoolOf(file, terminal);
        if (loaded.ok)
            return loaded.value;
        throw new BanzhangError(existsSync(file) ? 'BZ506' : 'BZ505', `学校文件有 ${loaded.count} 处错误\n${loaded.report}`);
    };
    return {
        terminal,
        env: process.env,
        probe: machine,
        now: () => systemClock.now(),
        exit: code => {
            process.exitCode = Math.max(Number(process.exitCode ?? 0), code);
        },
        repeat: (interval, run) => new Promise(resolve => {
            const stop = every(interval, run);
            process.once('SIGINT', () => {
                stop();
                resolve();
            });
        }),
        wait: async (interval, longest, look) => {
            for (let waited = 0;; waited += interval) {
                const found = look();
                if (found !== null || waited >= longest)
                    return found;
                await new Promise(resolve => setTimeout(resolve, interval));
            }
        },
        qrText: text => qrcode.toString(text, { type: 'utf8', errorCorrectionLevel: 'L' }),
        school,
        loadSchool: file => schoolOf(file, terminal),
        loadRules: async (dir, signals = []) => {
            const { result } = await rulesOf(dir, signals);
            return result.ok ? { ok: true, value: result.ruleSet, warnings: '' } : rejected(result, dir, terminal);
        },
        writeSchemas: async (dir, signals = []) => writeSchemas(dir, catalogueOf(await signalsWith(signals))),
        readLedger,
        openBeside: (dir, botId) => existsSync(join(dir, LEDGER_FILE)) ? openBeside({ file: join(dir, LEDGER_FILE), botId, key: keyOf(dir) }) : null,
        judge: async (rules, signals, lines) => judgeKept(rules, await signalsWith(signals), lines),
        testChannels: (loaded, messages) => testChannels(loaded, messages, { clock: systemClock }),
        testOpinion,
        replay: async ({ files, rulesDir, ledgerDir, decided, problem }) => {
            const { ruleSet, known } = await rulesOrThrow(rulesDir, [], terminal);
            const { ledger, key } = ledgerDir === null
                ? { key: randomBytes(32), ledger: openLedger({ file: ':memory:', botId: 'replay', key: randomBytes(32) }) }
                : openData(ledgerDir, 'replay');
            try {
                ledger.saveRuleSet(ruleSet.hash, ruleSet.sources, 0);
                await replay({ files, rules: ready(ruleSet, known), ledger, key, log, jobs: replayedJobs, decided, problem });
            }
            finally {
                ledger.close();
            }
        },
        demo: async ({ rulesDir, pause, view, done }) => {
            const folder = join(PROJECT, 'demo');
            const loaded = await school(join(folder, 'school.yaml'));
            const { ruleSet, known } = await rulesOrThrow(rulesDir, [], terminal);
            const dataDir = mkdtempSync(join(tmpdir(), 'banzhang-demo-'));
            const { ledger, key } = openData(dataDir, loaded.bot.id);
            try {
                ledger.saveRuleSet(ruleSet.hash, ruleSet.sources, systemClock.now());
                await demo({
                    school: loaded,
                    day: daySchema.parse(parse(readFileSync(join(folder, 'day.yaml'), 'utf8'))),
                    rules: ready(ruleSet, known),
                    ledger,
                    key,
                    now: systemClock.now(),
                    log,
                    jobs: jobsOf(loaded),
                    gateway: (baseUrl, directory, clock) => createWechatyGateway({ directory, clock, baseUrl, hearsItself: true, cardPath: join(dataDir, CARD_FILE) }),
                    pause: () => new Promise(resolve => setTimeout(resolve, pause)),
                    over: () => done(ledger, dataDir),
                    show: view,
                });
            }
            finally {
                ledger.close();
            }
        },
        run: async ({ school: loaded, dryRun, started, scan, status, reloaded }) => {
            const { ruleSet, known, load } = await rulesOrThrow(loaded.rulesDir, loaded.signals, terminal);
            const { ledger, key } = openData(loaded.dataDir, loaded.bot.id);
            let rules = ready(ruleSet, known);
            ledger.saveRuleSet(ruleSet.hash, ruleSet.sources, systemClock.now());
            const { bot } = live({
                school: loaded,
                ledger,
                key,
                rules: () => rules,
                clock: systemClock,
                every: everyBy(loaded.timezone),
                random: Math.random,
                log,
                jobs: jobsOf(loaded),
                gateway: directory => createWechatyGateway({
                    directory,
                    clock: systemClock,
                    cardPath: join(loaded.dataDir, CARD_FILE),
                    puppet: loaded.bot.puppet,
                    puppetToken: loaded.bot.puppetToken,
                    ...(loaded.media && { media: loaded.media }),
                    acceptFriends: loaded.bot.acceptFriends ?? true,
                }),
                ...(dryRun ? { effects: new SimulatedEffects({ clock: systemClock }) } : {}),
                status: now => {
                    if (now.state === 'scan')
                        void showQr(now.qrcode, join(loaded.dataDir, QR_FILE), scan);
                    else
                        status(now.state, statusLine(now));
                },
            });
            const watcher = watchRuleSet(loaded.rulesDir, {
                load,
                current: ruleSet,
                onLoaded: next => {
                    ledger.saveRuleSet(next.hash, next.sources, systemClock.now());
                    rules = ready(next, known);
                    reloaded(true, `规则已更新，版本 ${next.hash.slice(0, 12)}`);
                },
                onRejected: (diagnostics, sources) => {
                    const { report } = rejected({ ok: false, diagnostics, sources }, loaded.rulesDir, terminal);
                    reloaded(false, `规则有错误，继续使用原来的版本\n${report}`);
                },
            });
            started();
            await bot.start();
            await new Promise(resolve => {
                process.once('SIGINT', resolve);
                process.once('SIGTERM', resolve);
            });
            watcher.close();
            await bot.stop();
            ledger.close();
        },
    };
}
function statusLine(now) {
    if (now.state === 'online')
        return now.account;
    return now.state === 'offline' ? now.reason : `${now.code} ${now.message}`;
}
async function showQr(text, file, scan) {
    await qrcode.toFile(file, text, { width: 400 });
    await chmod(file, 0o600);
    scan(await qrcode.toString(text, { type: 'utf8', errorCorrectionLevel: 'L' }), file);
}
const terminal = processTerminal();
const tools = makeTools(terminal);
const { version } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8'));
const commands = [
    initCommand(tools),
    checkCommand(tools),
    runCommand(tools),
    replayCommand(tools),
    explainCommand(tools),
    logCommand(tools),
    doctorCommand(tools),
    bindCommand(tools),
    charterCommand(tools),
    consentCommand(tools),
    goLiveCommand(tools),
    feedbackCommand(tools),
    exportCommand(tools),
    forgetCommand(tools),
    demoCommand(tools),
];
await runProgram(buildProgram(tools, version, commands), tools, process.argv.slice(2));
//# sourceMappingURL=app.js.map