import { LOOK_ALIKES, SPLIT } from './glyphs.js'
import { SOUNDS } from './sounds.js'

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

const FIRST_SYLLABLE = 0xe000

/** zh/z, ch/c, sh/s and -ng/-n are one for most of the south. */
function blurred(syllable: string): string {
  return syllable.replace(/^([zcs])h/, '$1').replace(/([aei])ng$/, '$1n')
}

interface Tables {
  /** by UTF-16 unit: the syllable's private character, or 0 */
  sound: Uint16Array
  /** by first unit: longer ways to write one or more characters, longest first */
  written: Map<number, [written: string, sounds: string][]>
  /** readings in letters, with the private character */
  spelled: Map<string, string>
}

let tables: Tables | undefined

/** Built when first needed, some milliseconds. */
function build(): Tables {
  const sound = new Uint16Array(0x10000)
  const spelled = new Map<string, string>()
  const codes = new Map<string, number>()
  for (const line of SOUNDS.trim().split('\n')) {
    const [syllable = '', characters = ''] = line.split(' ')
    const name = blurred(syllable)
    const code = codes.get(name) ?? FIRST_SYLLABLE + codes.size
    codes.set(name, code)
    spelled.set(syllable, String.fromCharCode(code))
    for (let i = 0; i < characters.length; i++) sound[characters.charCodeAt(i)] = code
  }
  for (const line of LOOK_ALIKES.trim().split('\n')) {
    const [meant = '', doubles = ''] = line.split(' ')
    for (let i = 0; i < doubles.length; i++) sound[doubles.charCodeAt(i)] = sound[meant.charCodeAt(0)] as number
  }
  const read = (text: string): string =>
    [...text].map(character => String.fromCharCode(sound[character.charCodeAt(0)] || character.charCodeAt(0))).join('')
  const written: Tables['written'] = new Map()
  for (const entry of SPLIT.trim().split(/\s+/)) {
    const [parts = '', meant = ''] = entry.split(':')
    const known = written.get(parts.charCodeAt(0)) ?? []
    known.push([parts, read(meant)])
    written.set(parts.charCodeAt(0), known)
  }
  for (const known of written.values()) known.sort((a, b) => b[0].length - a[0].length)
  return { sound, written, spelled }
}

const LONGEST_SYLLABLE = 6
const isLetter = (code: number): boolean => code >= 0x61 && code <= 0x7a

/** The weak key of a match key (as `NormalText.key`). Linear in its length. */
export function weakKey(key: string): WeakKey {
  const { sound, written } = (tables ??= build())
  const starts = new Uint32Array(key.length)
  const ends = new Uint32Array(key.length)
  let weak = ''
  const push = (sounds: string, from: number, to: number) => {
    starts.fill(from, weak.length, weak.length + sounds.length)
    ends.fill(to, weak.length, weak.length + sounds.length)
    weak += sounds
  }
  let i = 0
  while (i < key.length) {
    const code = key.charCodeAt(i)
    if (isLetter(code)) {
      let end = i + 1
      while (end < key.length && isLetter(key.charCodeAt(end))) end++
      spellOut(key, i, end, weak, push)
      i = end
      continue
    }
    const longer = written.get(code)?.find(([parts]) => key.startsWith(parts, i))
    if (longer) {
      push(longer[1], i, i + longer[0].length)
      i += longer[0].length
      continue
    }
    push(String.fromCharCode(sound[code] || code), i, i + 1)
    i += 1
  }
  return { key: weak, starts: starts.subarray(0, weak.length), ends: ends.subarray(0, weak.length) }
}

/** What people type for 微信, the letters that end in 信 (v信, wei信) aside. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['vx', '微信'],
  ['wx', '微信'],
  ['wxin', '微信'],
  ['vxin', '微信'],
  ['weix', '微信'],
  ['jwx', '加微信'],
  ['jvx', '加微信'],
  ['jiawx', '加微信'],
  ['jiavx', '加微信'],
  ['jiav', '加微'],
  ['wechat', '微信'],
])

type Push = (sounds: string, from: number, to: number) => void

/** A run of letters: 微信 in its usual short forms, pinyin if it is nothing else from end to end, or itself. */
function spellOut(key: string, from: number, to: number, before: string, push: Push): void {
  const run = key.slice(from, to)
  const { sound } = tables as Tables
  const soundOf = (character: string) => String.fromCharCode(sound[character.charCodeAt(0)] as number)
  const known = LETTERS.get(run)
  if (known) return push([...known].map(soundOf).join(''), from, to)
  const next = to < key.length ? (sound[key.charCodeAt(to)] as number) : 0
  const besideWords = next === soundOf('信').charCodeAt(0) || before.endsWith(soundOf('加'))
  if ((run === 'v' || run === 'w') && besideWords) return push(soundOf('微'), from, to)
  const syllables = to - from >= 4 || next === soundOf('信').charCodeAt(0) ? syllablesOf(run) : null
  if (!syllables) return pushRun(run, from, push)
  let at = from
  for (const [spelling, syllable] of syllables) {
    push(syllable, at, at + spelling.length)
    at += spelling.length
  }
}

function pushRun(run: string, from: number, push: Push): void {
  for (let i = 0; i < run.length; i++) push(run[i] as string, from + i, from + i + 1)
}

/** Pinyin from end to end, longest syllables first; null if it is not. Runs that nobody types are not tried. */
function syllablesOf(run: string): [spelling: string, sound: string][] | null {
  if (run.length > 40) return null
  const { spelled } = tables as Tables
  const found: [string, string][] = []
  const dead = new Uint8Array(run.length + 1)
  const from = (at: number): boolean => {
    if (at === run.length) return true
    if (dead[at]) return false
    for (let size = Math.min(LONGEST_SYLLABLE, run.length - at); size > 0; size--) {
      const spelling = run.slice(at, at + size)
      const sound = spelled.get(spelling)
      if (sound === undefined) continue
      found.push([spelling, sound])
      if (from(at + size)) return true
      found.pop()
    }
    dead[at] = 1
    return false
  }
  return from(0) ? found : null
}
