import type { Marks } from './marks.js'

/** what can be taken from one login to the next */
export type Field = Exclude<keyof Marks, 'network'>

const FIELDS: readonly Field[] = ['remark', 'card', 'nick', 'avatar']
const LABELS: Readonly<Record<Field, string>> = { card: '群昵称', nick: '微信昵称', avatar: '头像', remark: '备注' }
/** A remark is written by the owner of the bot's account, a picture is not copied exactly; names anybody can take. */
const WEIGHTS: Readonly<Record<Field, number>> = { remark: 5, avatar: 4, card: 4, nick: 3 }

/** How many share a mark of this kind; at least 1. What many share tells little. */
export type Sharing = (field: Field, mark: string) => number

const LEAST = 0.1

/** Counts how many of each list bear each mark; the larger count is what a mark is worth less by. */
export function sharingOf(lists: readonly (readonly Marks[])[]): Sharing {
  const counts = lists.map(list => {
    const count = new Map<string, number>()
    for (const marks of list)
      for (const field of FIELDS)
        count.set(`${field} ${marks[field]}`, (count.get(`${field} ${marks[field]}`) ?? 0) + 1)
    return count
  })
  return (field, mark) => Math.max(1, ...counts.map(count => count.get(`${field} ${mark}`) ?? 0))
}

/** What speaks for and against that somebody seen is somebody known. */
export interface Evidence {
  agree: readonly Field[]
  differ: readonly Field[]
  /** known of the one, not shown by the other */
  missing: readonly Field[]
  /** the school file's own name for them is among what agrees */
  named: boolean
  /** the owner of the bot's account wrote the school file's name as the remark: nobody else can */
  remarked: boolean
  /** 0 where nothing agrees */
  score: number
}

export function compare(names: readonly string[], last: Marks | null, seen: Marks, sharing: Sharing): Evidence {
  const agree: Field[] = []
  const differ: Field[] = []
  const missing: Field[] = []
  let named = false
  let remarked = false
  for (const field of FIELDS) {
    const now = seen[field]
    const before = last?.[field] ?? ''
    const byFile = now !== '' && field !== 'avatar' && names.includes(now)
    named ||= byFile
    remarked ||= byFile && field === 'remark'
    if (byFile || (now !== '' && now === before)) agree.push(field)
    else if (now !== '' && before !== '') differ.push(field)
    else if (before !== '') missing.push(field)
  }
  const weight = agree.reduce((sum, field) => sum + WEIGHTS[field] / sharing(field, seen[field]), 0)
  return {
    agree,
    differ,
    missing,
    named,
    remarked,
    score: weight === 0 ? 0 : Math.max(LEAST, weight - differ.length / 4),
  }
}

/** 群昵称、头像 */
export function listed(fields: readonly Field[]): string {
  return fields.map(field => LABELS[field]).join('、')
}

/** 群昵称和上次一致，头像不同 */
export function inWords({ agree, differ, named }: Evidence, known: boolean): string {
  const as = known ? '和上次一致' : named ? '和学校文件一致' : '一致'
  return `${listed(agree)}${as}${differ.length > 0 ? `，${listed(differ)}不同` : ''}`
}
