import { existsSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { byLabel } from './validation/by-label.js';
import { chitChat } from './validation/chit-chat.js';
import { crossValidated } from './validation/cross-validated.js';
import { decisionsOn, rulesVersion } from './validation/decisions.js';
import { logNames, writeMade } from './validation/folder.js';
import { judgementPage, labelTable } from './validation/judgement.js';
import { readStretches } from './validation/labels.js';
import { LINES } from './validation/lines.js';
import { modelAlone, SURE } from './validation/model-alone.js';
import { figuresOf, isRight, judged } from './validation/score.js';
/**
 * Scores what the shipped rules decide on labelled logs. Run from the project folder.
 *
 * - without arguments: the validation logs, beside the dev logs where ../shared/eval is; writes docs/judgement.md
 *   (`--page FILE`: elsewhere)
 * - `--merge`: makes gold/, disagreements.jsonl and the README's figures of test/validation from its two sources
 * - `--gold FILE` (again and again), `--pack PACK`, `--misses N`: other logs. The validation logs are refused: nobody
 *   looks at single misses of theirs, nor picks some of them.
 *
 * `--app FILE`: the compiled program (dist/app.js).
 */
const RULES = 'rules';
const VALIDATION = join('test', 'validation');
const DEV = join('..', 'shared', 'eval');
try {
    const { values } = parseArgs({
        options: {
            merge: { type: 'boolean', default: false },
            page: { type: 'string' },
            gold: { type: 'string', multiple: true, default: [] },
            pack: { type: 'string' },
            misses: { type: 'string' },
            app: { type: 'string', default: join('dist', 'app.js') },
        },
    });
    const { app } = values;
    if (values.merge)
        writeMade(VALIDATION);
    else if (values.gold.length > 0)
        await scoreOthers(app, values.gold, values.pack, Number(values.misses ?? 0));
    else if (values.pack !== undefined || values.misses !== undefined) {
        throw new Error('--pack and --misses go with --gold: the validation logs are not looked into');
    }
    else
        await scoreValidation(app, values.page ?? join('docs', 'judgement.md'));
}
catch (error) {
    console.error(`validation: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 2;
}
async function scoreValidation(app, page) {
    const validation = await replayed(app, logNames(VALIDATION).map(name => join(VALIDATION, 'gold', `${name}.jsonl`)));
    const single = join(DEV, 'messages.dev.jsonl');
    const days = existsSync(DEV) ? jsonlIn(join(DEV, 'scenarios')) : [];
    if (days.length === 0)
        console.log(`${DEV} is absent: no figures of the dev logs`);
    const dev = days.length === 0 ? null : await replayed(app, [single, ...days]);
    print(judged(validation.stretches, validation.decisions));
    writeFileSync(page, judgementPage({
        rules: await rulesVersion(RULES),
        validation: runOf(validation),
        labels: byLabel(judged(validation.stretches, validation.decisions)),
        dev: dev && { all: runOf(dev), scenarios: runOf({ ...dev, stretches: days.flatMap(readStretches) }) },
        chitChat: existsSync(DEV) ? await chitChat(app, RULES, join(DEV, 'public')) : null,
        crossValidated: crossValidated(readFileSync(join('docs', 'intent-model.md'), 'utf8'), SURE),
    }));
    console.log(`\n${page}`);
}
async function scoreOthers(app, files, pack, misses) {
    if (!Number.isInteger(misses) || misses < 0)
        throw new Error('--misses: a number');
    for (const file of files) {
        const inside = relative(realpathSync(VALIDATION), realpathSync(file));
        if (!inside.startsWith('..'))
            throw new Error(`${file}: a validation log; they are scored together, without --gold`);
    }
    const { stretches, decisions } = await replayed(app, files);
    const all = judged(stretches, decisions).filter(one => pack === undefined || one.pack === pack);
    if (all.length === 0)
        throw new Error('no event in these logs');
    print(all);
    for (const one of all.filter(one => !isRight(one)).slice(0, misses))
        console.log(JSON.stringify(missOf(one)));
}
async function replayed(app, files) {
    return { stretches: files.flatMap(readStretches), decisions: await decisionsOn(app, RULES, files) };
}
function runOf({ stretches, decisions }) {
    return { figures: figuresOf(judged(stretches, decisions)), model: modelAlone(stretches) };
}
function print(all) {
    const figures = figuresOf(all);
    for (const { name, reach, of } of LINES)
        console.log(`${name.padEnd(44)} ${of(figures).padEnd(20)} ${reach}`.trimEnd());
    console.log(`\n${labelTable(byLabel(all))}`);
}
function missOf({ event, role, ok, got }) {
    const { id, label, text = '' } = event;
    return {
        id,
        label,
        role,
        expect: [...ok].join('|'),
        got: got?.respond ?? null,
        category: got?.category ?? null,
        text,
    };
}
function jsonlIn(folder) {
    return readdirSync(folder)
        .filter(name => name.endsWith('.jsonl'))
        .sort()
        .map(name => join(folder, name));
}
//# sourceMappingURL=validation.js.map