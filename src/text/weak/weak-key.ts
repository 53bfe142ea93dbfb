import { spellOut } from './letters.js'
import { Syllables } from './syllables.js'
import { bitOf, pairOf, tablesOf } from './tables.js'

/**
 * The second, weaker key: what a match key sounds like. Every Chinese character becomes its toneless reading, with the
 * readings that southern speakers do not tell apart made one; look-alikes, characters taken apart, pinyin and the
 * usual letters for 微信 are undone first. Much that is innocent sounds like something else: to be used together with
 * other evidence only.
 */
export interface WeakKey {
  /** one private-use character a syllable (U+E000 and up); what has no reading is itself */
  key: string
  /** key[i] came from `starts[i]` to `ends[i]` of the match key; several may come from the same letters (vx) */
  starts: Uint32Array
  ends: Uint32Array
}

const isLetter = (code: number): boolean => code >= 0x61 && code <= 0x7a

/** The last answers: whoever judges a text asks several times in a row. */
let lastSound = { of: '', is: '', heard: '' }
let lastKey: { of: string; is: WeakKey } = {
  of: '',
  is: { key: '', starts: new Uint32Array(), ends: new Uint32Array() },
}

/** What a match key sounds like, without the places: all that is needed to look something up in it. */
export function soundOf(key: string): string {
  if (lastSound.of !== key) listen(key)
  return lastSound.is
}

/**
 * The same, place by place, with those letters in capitals that may be the first letters of words (dg化妆品): short
 * runs that are nothing else. Words are looked for in this.
 */
export function heardOf(key: string): string {
  if (lastSound.of !== key) listen(key)
  return lastSound.heard
}

/** The weak key of a match key (as `NormalText.key`). Linear in its length. */
export function weakKey(key: string): WeakKey {
  if (lastKey.of !== key) {
    const { length, starts, ends } = read(key)
    lastKey = { of: key, is: { key: soundOf(key), starts: starts.slice(0, length), ends: ends.slice(0, length) } }
  }
  return lastKey.is
}

function listen(key: string): void {
  const spoken = read(key)
  const heard = spoken.text()
  lastSound = { of: key, is: spoken.capitals ? heard.toLowerCase() : heard, heard }
}

const syllables = new Syllables()

/** Good until the next text is read. */
function read(key: string): Syllables {
  const { sound, pairs, written } = tablesOf()
  const into = syllables.begin(key.length)
  let i = 0
  while (i < key.length) {
    const code = key.charCodeAt(i)
    if (isLetter(code)) {
      let end = i + 1
      while (end < key.length && isLetter(key.charCodeAt(end))) end++
      spellOut(key, i, end, into)
      i = end
      continue
    }
    const next = i + 1 < key.length ? key.charCodeAt(i + 1) : 0
    const bit = bitOf(code, next)
    if (((pairs[bit >>> 5] as number) & (1 << (bit & 31))) !== 0) {
      const longer = written.get(pairOf(code, next))?.find(([parts]) => key.startsWith(parts, i))
      if (longer) {
        into.pushAll(longer[1], i, i + longer[0].length)
        i += longer[0].length
        continue
      }
    }
    into.push(sound[code] || code, i, i + 1)
    i += 1
  }
  return into
}
