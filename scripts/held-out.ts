import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntentModel, type WeightsCard } from '../src/text/intent/index.js'
import { idOf, logOf } from './held-out/log.js'
import { heldOutPage } from './held-out/page.js'
import { programWith, shippedAs } from './held-out/program.js'
import { byLabel, figuresOf, isWrong, type Told } from './held-out/score.js'
import { talkCardsWithout } from './train/fit-talk.js'
import { hashOfLines } from './train/folder.js'
import { SETTINGS } from './train/learn.js'
import { preparedCorpus, TALKS } from './train/prepare.js'
import { readTalks } from './train/talks.js'
import { FOLDS, weightsWithout } from './train/validate.js'
import { type Decision, decisionsOn, rulesVersion } from './validation/decisions.js'

/**
 * Replays the days of talk of the corpus through the compiled program, each with models that have not learned from it,
 * and writes docs/held-out.md, and each line that went wrong to build/held-out/misses.jsonl. Run from the project
 * folder; takes some twenty minutes.
 */
const RULES = 'rules'
const DIST = 'dist'
const AT = join('build', 'held-out')
const PAGE = join('docs', 'held-out.md')
const MISSES = join(AT, 'misses.jsonl')

const { words, prepared, folds, foldOf } = preparedCorpus()
const card = JSON.parse(readFileSync(join('models', 'intent.json'), 'utf8')) as WeightsCard
const learned = Array.from({ length: FOLDS }, (_, fold) => {
  const weights = weightsWithout(fold, folds, prepared, SETTINGS)
  say(`learned without fold ${fold + 1} of ${FOLDS}`)
  return { model: new IntentModel(weights, prepared.meanings), ...shippedAs(card, weights) }
})
const talks = readTalks(TALKS)
const cards = talkCardsWithout(
  talks,
  learned.map(({ model }) => model),
  foldOf,
  card.temperature,
  learned.map(one => ({ intent: one.card.weights, talks: hashOfLines(TALKS) })),
)

const told: Told[] = []
for (const [fold, { card, bytes }] of learned.entries()) {
  const own = talks.filter(({ name }) => foldOf(name) === fold)
  const folder = join(AT, String(fold))
  const app = programWith(folder, DIST, { card, bytes, talk: cards[fold] as (typeof cards)[number], words })
  const log = join(folder, 'log.jsonl')
  writeFileSync(log, `${own.flatMap(logOf).join('\n')}\n`)
  const decisions = new Map((await decisionsOn(app, RULES, [log])).map((one): [string, Decision] => [one.id, one]))
  for (const { name, lines } of own)
    for (const [index, line] of lines.entries()) told.push({ line, got: decisions.get(idOf(name, index)) ?? null })
  say(`replayed fold ${fold + 1} of ${FOLDS}: ${own.length} days`)
}
const page = heldOutPage({
  rules: await rulesVersion(RULES),
  talks: talks.length,
  folds: FOLDS,
  all: figuresOf(told),
  labels: byLabel(told),
})
writeFileSync(PAGE, page)
// for whoever reads what went wrong, line by line
writeFileSync(
  MISSES,
  told
    .filter(isWrong)
    .map(one => `${JSON.stringify(one)}\n`)
    .join(''),
)
say(`\n${page}`)

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
