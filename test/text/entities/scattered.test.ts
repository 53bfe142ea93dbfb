import { describe, expect, it } from '@jest/globals'
import { anonymous, mask } from '../../../src/text/index.js'
import { growth, LINEAR } from '../../cpu.js'

describe('a number whose figures are scattered', () => {
  it.each([
    ['138🌹0013🌹8000', '[手机号]'],
    ['138[玫瑰]0013[玫瑰]8000', '[手机号]'],
    ['138\n0013\n8000', '[手机号]'],
    ['138，0013，8000', '[手机号]'],
    ['138、0013、8000', '[手机号]'],
    ['138oo138ooo', '[手机号]'],
    ['86 138。0013。8000', '[手机号]'],
    ['138转0013转8000', '[手机号]'],
    ['138a0013a8000', '[手机号]'],
    ['138然后0013然后8000', '[手机号]'],
    ['壹叁捌零零壹叁捌零零零', '[手机号]'],
    ['6222🌹0212🌹3456🌹7890🌹128', '[银行卡号]'],
    ['110105🌹19491231🌹002X', '[身份证号]'],
    ['110105🌹19491231🌹002[玫瑰]x', '[身份证号]'],
  ])('is masked, for the class and for strangers: %s', (text, label) => {
    expect(mask(text)).toBe(label)
    expect(anonymous(text, {})).toBe(label)
    expect(mask(`我的电话${text}，有事打给我`)).toBe(`我的电话${label}，有事打给我`)
  })

  it.each([
    '92，88，76，95，100',
    '带3，5，8号练习本',
    '8:00-11:30，15:20',
    '2026年9月10日 18:30-20:00',
    '1. 李雷 92\n2. 韩梅 88',
    '第15、18、20、33页',
    '语文92，数学88，英语95，科学90',
    '13.5元，20元，8元，110',
    '138块钱 0013件',
    'lol 1381l',
  ])('is not seen where there is none: %s', text => {
    expect(mask(text)).toBe(text)
  })

  it('is not put together across different words, a sentence, counts, or a long gap', () => {
    expect(mask('138号楼0013室8000')).not.toContain('[手机号]')
    expect(mask('138买了件0013买了件8000')).not.toContain('[手机号]')
    expect(mask('13个80个01个38个00个0')).not.toContain('[手机号]')
    expect(mask(`138${'。'.repeat(13)}00138000`)).not.toContain('[手机号]')
  })

  it('is looked for in time that grows with the text alone', () => {
    expect(growth(n => mask('1🌹3，8[玫瑰]'.repeat(n)), 1 << 8)).toBeLessThan(LINEAR)
    expect(growth(n => mask('138转0013a'.repeat(n)), 1 << 8)).toBeLessThan(LINEAR)
  })
})
