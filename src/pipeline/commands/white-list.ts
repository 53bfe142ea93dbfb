import type { Category } from '../../model/category.js'
import { CATEGORY_LABELS } from '../../model/terms.js'
import { maskName } from '../../text/index.js'
import { type Asker, answer, headed, refuse, say } from '../asker.js'
import type { Deps } from '../deps.js'
import { listExceptions, removeException } from '../exceptions.js'

interface Entry {
  group: string
  member: string
  category: string
  /** `李*妈妈：商业推销` */
  says: string
}

/** 白名单: what digit 6 made exceptions of, numbered; 删 n takes one back. */
export function whiteList(deps: Deps, asker: Asker, remove: number | null): void {
  const groups = headed(asker)
  if (groups.length === 0) return refuse(deps, asker, 'refused.white_list')
  const entries = groups.flatMap(group => entriesOf(deps, group.id))
  if (remove !== null) {
    const entry = entries[remove - 1]
    if (!entry) return refuse(deps, asker, 'refused.no_entry', { number: String(remove) })
    removeException(deps.ledger, entry.group, entry.member, entry.category)
    return answer(deps, asker, 'reply.exception_removed', { what: entry.says })
  }
  if (entries.length === 0) return answer(deps, asker, 'reply.no_exceptions')
  answer(deps, asker, 'reply.exceptions', { list: entries.map((entry, i) => `${i + 1} ${entry.says}`).join('\n') })
}

function entriesOf(deps: Deps, group: string): Entry[] {
  return listExceptions(deps.ledger, group).map(({ member, category }) => {
    const who = maskName(deps.ledger.person(member)?.name ?? '') || say(deps, 'word.left_member')
    return { group, member, category, says: `${who}：${CATEGORY_LABELS[category as Category] ?? category}` }
  })
}
