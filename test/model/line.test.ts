import { describe, expect, it } from '@jest/globals'
import { behind, CLASS_LINE, inLine, KEEPER_LINE, SCHOOL_LINE } from '../../src/model/line.js'
import { type Person, RECIPIENTS, type Recipient, STAFF_ROLES } from '../../src/model/member.js'

const person = (role: Recipient, id = role as string): Person => ({ id, name: id, role })

describe('the lines', () => {
  it('of a class begins with its head teacher, of the bot with its admin; both are the same people', () => {
    expect(CLASS_LINE[0]).toBe('head_teacher')
    expect(KEEPER_LINE[0]).toBe('admin')
    expect([...KEEPER_LINE].sort()).toEqual([...CLASS_LINE].sort())
  })

  it('of the school holds nobody of the class', () => {
    expect(SCHOOL_LINE).not.toContain('head_teacher')
    expect(SCHOOL_LINE).not.toContain('deputy')
    expect(STAFF_ROLES).toContain(SCHOOL_LINE[0])
  })

  it('never holds the counsellor, who is told of some matters and owns none', () => {
    for (const line of [CLASS_LINE, SCHOOL_LINE, KEEPER_LINE]) expect(line).not.toContain('counsellor')
  })
})

describe('inLine', () => {
  it('gives those who are there in the order of the line, not of the list', () => {
    const people = [...RECIPIENTS]
      .reverse()
      .filter(role => role !== 'deputy')
      .map(role => person(role))
    expect(inLine(CLASS_LINE, people).map(({ role }) => role)).toEqual([
      'head_teacher',
      'supervisor',
      'leader',
      'admin',
    ])
  })

  it('takes the first of two who hold a role', () => {
    expect(inLine(['leader'], [person('leader', 'a'), person('leader', 'b')]).map(({ id }) => id)).toEqual(['a'])
  })

  it('is empty where nobody is there', () => {
    expect(inLine(CLASS_LINE, [])).toEqual([])
  })
})

describe('behind', () => {
  it('is the rest of the line', () => {
    expect(behind(CLASS_LINE, 'supervisor')).toEqual(['leader', 'admin'])
    expect(behind(CLASS_LINE, 'admin')).toEqual([])
  })

  it('is all of it for somebody who stands in no line', () => {
    expect(behind(CLASS_LINE, 'counsellor')).toEqual(CLASS_LINE)
  })
})
