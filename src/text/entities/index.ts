import type { Entity, NormalText } from '../../model/text.js'
import { findEmails, findPaymentCodes, findQqs, findUrls, findWechatIds } from './contacts.js'
import { collect, type Finder } from './finder.js'
import { findRanks, findScores } from './marks.js'
import { findPrices } from './money.js'
import { findNumbers } from './numbers.js'
import { findAddresses, findPlates } from './places.js'
import { findMarksOf, findStudents } from './students.js'

/** What can only be found where there is a digit, in figures or in Chinese, or a mark in letters (语A). */
const WITH_DIGITS: readonly Finder[] = [
  findNumbers(false),
  findPlates,
  findAddresses(false),
  findQqs,
  findPrices,
  findScores,
  findRanks,
]
const WITHOUT: readonly Finder[] = [findEmails, findUrls, findWechatIds, findPaymentCodes]
const DIGIT = /[0-9〇零一二两三四五六七八九十百千万]|[语数英][:：]?\s?[a-e]/i

/** Everything of ENTITY_KINDS in a text, in order of place. Kinds may overlap; no kind overlaps itself. Linear time. */
export function findEntities(text: NormalText, options: { students: readonly string[] }): Entity[] {
  const finders = DIGIT.test(text.display) ? [...WITH_DIGITS, ...WITHOUT] : WITHOUT
  const entities = collect(text, finders)
  const students = findStudents(text, options.students)
  const scored = new Set(entities.filter(entity => entity.kind === 'score').map(entity => entity.span.start))
  for (const mark of findMarksOf(students, text)) if (!scored.has(mark.span.start)) entities.push(mark)
  for (const student of students) entities.push(student)
  return entities.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
}
