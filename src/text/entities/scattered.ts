import type { EntityKind } from '../../model/text.js'
import { isBankCard, isMobile, isNationalId } from './checks.js'
import type { Finder } from './finder.js'

const FIGURES = new Map<string, string>(
  ['0〇零Oo', '1一壹幺lI', '2二贰', '3三叁', '4四肆', '5五伍', '6六陆', '7七柒', '8八捌', '9九玖'].flatMap(
    (forms, digit) => [...forms].map((form): [string, string] => [form, String(digit)]),
  ),
)
/** Letters that are figures only right behind one: 138oo138ooo. */
const LOOK_ALIKE = /[OolI]/
const LETTER = /\p{L}/u
/** [玫瑰], [Rose] */
const CODE = /\[[^[\]\s]{1,8}\]/y
/** Signs, emoji, ends of lines: so many may stand between two figures. */
const GAP_AT_MOST = 12
/** Of letters and characters that are read, so many, and only between groups that are no count of anything. */
const WORDS_AT_MOST = 2
const GROUP_AT_LEAST = 3
const LONGEST = 19
/** The check character of an identity number, after a gap. */
export const X_AFTER = /^[^\p{L}\p{N}]{0,6}(?:\[[^[\]\s]{1,8}\][^\p{L}\p{N}]{0,6})?[xX×]/u

export const TAIL_AT_MOST = 24

/** Figures that stand together. */
export interface Figures {
  start: number
  end: number
  digits: string
}

/**
 * Numbers that only a mask looks for: phone, identity and card numbers whose figures, in whatever writing, are scattered:
 * 138🌹0013🌹8000, 138转0013转8000, 壹叁捌…, one line each. They begin and end with a group of figures.
 */
export const findScattered: Finder = (text, report) => {
  for (const run of [...scatteredRuns(text), ...scatteredRuns(text, WORDS_AT_MOST).flatMap(run => alike(text, run))]) {
    for (let first = 0; first < run.length; first++) {
      const found = longestFrom(text, run, first)
      if (!found) continue
      report(found.kind, (run[first] as Figures).start, found.end, found.value)
      first = found.last
    }
  }
}

interface Found {
  kind: EntityKind
  value: string
  end: number
  last: number
}

function longestFrom(text: string, run: readonly Figures[], first: number): Found | null {
  let best: Found | null = null
  let digits = ''
  for (let last = first; last < run.length && digits.length < LONGEST; last++) {
    const { digits: more, end } = run[last] as Figures
    digits += more
    const kind = kindOf(digits)
    if (kind) best = { kind, value: digits, end, last }
    const tail = digits.length === 17 ? X_AFTER.exec(text.slice(end, end + TAIL_AT_MOST)) : null
    if (tail && isNationalId(`${digits}X`))
      best = { kind: 'national_id', value: `${digits}X`, end: end + tail[0].length, last }
  }
  return best
}

function kindOf(digits: string): EntityKind | null {
  if (isNationalId(digits)) return 'national_id'
  if (isBankCard(digits)) return 'bank_card'
  return isMobile(digits.replace(/^(?:00)?86(?=1[3-9]\d{9}$)/, '')) ? 'mobile' : null
}

/** Parts of a run with the same between all their groups: 138号楼0013室8000 is no number. */
function alike(text: string, run: readonly Figures[]): Figures[][] {
  const parts: Figures[][] = []
  let between: string | null = null
  for (const [index, group] of run.entries()) {
    const before = run[index - 1]
    const gap = before ? text.slice(before.end, group.start) : null
    const part = parts.at(-1)
    if (part && before && (between === null || gap === between)) part.push(group)
    else parts.push(before && part ? [before, group] : [group])
    between = gap
  }
  return parts
}

/** Groups of figures with nothing between them that is read, or with so many letters and then no short group. */
export function scatteredRuns(text: string, words = 0): Figures[][] {
  const runs: Figures[][] = []
  let run: Figures[] = []
  let gap = 0
  let letters = 0
  const breakOff = (): void => {
    if (run.length > 0) runs.push(run)
    run = []
    gap = 0
    letters = 0
  }
  for (let i = 0; i < text.length; ) {
    CODE.lastIndex = i
    const code = text[i] === '[' ? CODE.exec(text) : null
    const character = String.fromCodePoint(text.codePointAt(i) as number)
    const figure = FIGURES.get(character)
    const last = run.at(-1)
    const isBehind = last?.end === i
    if (figure !== undefined && (isBehind || !LOOK_ALIKE.test(character))) {
      if (last && isBehind) {
        last.digits += figure
        last.end = i + 1
      } else {
        if (words > 0 && last && last.digits.length < GROUP_AT_LEAST) breakOff()
        run.push({ start: i, end: i + 1, digits: figure })
      }
      gap = 0
      letters = 0
      i++
      continue
    }
    if (code === null && LETTER.test(character) && ++letters > words) breakOff()
    else if (++gap > GAP_AT_MOST) breakOff()
    i += code ? code[0].length : character.length
  }
  breakOff()
  return runs
}
