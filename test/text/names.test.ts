import { describe, expect, it } from '@jest/globals'
import { isGeneric, namePartsOf } from '../../src/text/index.js'

describe('namePartsOf', () => {
  it.each([
    ['李雷妈妈', '', '李雷', '妈妈'],
    ['李雷', '', '李雷', ''],
    ['李雷的奶奶', '', '李雷', '的奶奶'],
    ['班主任王芳老师', '班主任', '王芳', '老师'],
    ['数学陈老师', '数学', '陈', '老师'],
    ['语文-王芳老师', '语文', '王芳', '老师'],
    ['德育处赵主任', '德育处', '赵', '主任'],
    ['🌸李雷妈妈🌸', '', '李雷', '妈妈'],
    ['Tom Mom', '', 'Tom', 'Mom'],
    ['欧阳子涵姥爷', '', '欧阳子涵', '姥爷'],
    ['张三、张四妈妈', '', '张三、张四', '妈妈'],
    ['豆豆（窦苗）妈妈', '', '豆豆（窦苗', '妈妈'],
  ])('%s', (name, prefix, core, suffix) => {
    expect(namePartsOf(name)).toEqual({ prefix, core, suffix })
  })

  it('a card that is only a title has it for its core', () => {
    expect(namePartsOf('妈妈')).toEqual({ prefix: '', core: '妈妈', suffix: '' })
    expect(namePartsOf('老师')).toEqual({ prefix: '', core: '老师', suffix: '' })
  })

  it('a card of signs has no core', () => {
    expect(namePartsOf('🌸~')).toEqual({ prefix: '', core: '', suffix: '' })
    expect(namePartsOf('')).toEqual({ prefix: '', core: '', suffix: '' })
  })
})

describe('isGeneric', () => {
  it.each(['妈妈', '爸爸', '老师', '家长', '班主任', '', '🌸', '  '])('%s names nobody', name => {
    expect(isGeneric(name)).toBe(true)
  })
  it.each(['李雷', '李雷妈妈', '王老师', 'A', '平安是福', '13912345678'])('%s names somebody', name => {
    expect(isGeneric(name)).toBe(false)
  })
})
