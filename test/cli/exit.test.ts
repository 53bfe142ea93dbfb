import { describe, expect, it } from '@jest/globals'
import { EXIT, report } from '../../src/cli/exit.js'
import { BanzhangError } from '../../src/model/errors.js'
import { screen } from './support.js'

describe('report', () => {
  it('shows code, place, sentence and what to do, without a stack', () => {
    const terminal = screen()
    const error = new BanzhangError('BZ107', '示例没有通过', {
      place: { file: 'rules/a.yaml', line: 3, col: 7 },
      hint: '改示例或改规则',
    })
    expect(report(error, terminal, false)).toBe(EXIT.cannot)
    expect(terminal.errors).toEqual(['BZ107  rules/a.yaml:3:7  示例没有通过', '怎么办  改示例或改规则'])
    expect(terminal.lines).toEqual([])
  })

  it('says no more than there is to say', () => {
    const terminal = screen()
    report(new BanzhangError('BZ206', '磁盘已满'), terminal, false)
    expect(terminal.errors).toEqual(['BZ206  磁盘已满'])
  })

  it('owns up to a mistake of its own and asks for the full output', () => {
    const terminal = screen()
    expect(report(new TypeError('x is not a function'), terminal, false)).toBe(EXIT.cannot)
    expect(terminal.errors).toHaveLength(2)
    expect(terminal.errors[0]).toContain('内部错误  x is not a function')
    expect(terminal.errors[1]).toContain('--debug')
  })

  it.each([new BanzhangError('BZ502', '参数无效'), new Error('oops')])('adds the stack when asked: %s', error => {
    const terminal = screen()
    report(error, terminal, true)
    expect(terminal.errors.join('\n')).toContain(error.stack)
    expect(terminal.errors.join('\n')).not.toContain('--debug')
  })

  it.each([['text'], [null], [undefined], [42]])('copes with %p being thrown', thrown => {
    const terminal = screen()
    expect(report(thrown, terminal, true)).toBe(EXIT.cannot)
    expect(terminal.errors[0]).toContain(String(thrown))
  })
})

it('keeps the documented exit codes', () => {
  expect(EXIT).toEqual({ ok: 0, found: 1, usage: 2, cannot: 3 })
})
