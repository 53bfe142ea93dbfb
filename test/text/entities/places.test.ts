import { describe, expect, it } from '@jest/globals'
import { findAddresses, findPlates } from '../../../src/text/entities/places.js'
import { found } from './support.js'

const plates = (text: string) => found(findPlates, text)
/** What of a text is taken for an address. */
const addresses = (text: string) => found(findAddresses(false), text).map(([covered]) => covered)
const masked = (text: string) => found(findAddresses(true), text).map(([covered]) => covered)

describe('plates', () => {
  it.each([
    ['two figures are enough', '青abcd12走', [['青abcd12', '青ABCD12']]],
    ['one is not', '青abcde1走', []],
    ['signs go', '青a·12345', [['青a·12345', '青A12345']]],
  ])('%s', (_name, text, expected) => expect(plates(text)).toEqual(expected))
})

describe('addresses by their grammar', () => {
  it.each([
    ['an estate and a building', '阳光小区3栋', ['阳光小区3栋']],
    ['an estate and a room', '阳光小区501室', ['阳光小区501室']],
    ['an estate and a unit', '阳光小区2单元', ['阳光小区2单元']],
    ['an estate and a door', '阳光小区3-2-501', ['阳光小区3-2-501']],
    ['a road and a building', '五四西路3号楼', ['五四西路3号楼']],
    ['a village and a house', '新城村12号', ['新城村12号']],
    ['no name, but building, unit and room', '3栋2单元501', ['3栋2单元501']],
    ['no name, a unit and a room', '2单元501', ['2单元501']],
    ['no name, a building and a room', '3栋501', []],
    ['a door alone', '3-2-501', []],
    ['a door after a road', '五四西路3-2-501', []],
    ['an estate alone', '阳光小区旁边的3栋', []],
    ['a road and its house, nobody lives there', '解放路88号', []],
    ['a road and its house, somebody lives there', '我家在解放路88号', ['解放路88号']],
    ['parents called to a house', '请家长到解放路88号', []],
    ['somebody lives there, said long before', '住得近的家长请注意了，解放路88号', []],
    ['a room before everything', '501 3栋2单元', ['3栋2单元']],
    ['spaces between', '阳光小区 3栋 2单元 501', ['阳光小区 3栋 2单元 501']],
    ['a sentence between', '阳光小区的3栋501室', []],
    ['a sign between', '阳光小区，3栋501室', []],
    ['too much between two numbered parts', '3栋靠近大门2单元501', ['2单元501']],
    ['two in one text', '阳光小区3栋，五四西路5号楼', ['阳光小区3栋', '五四西路5号楼']],
    ['what ends like a place and is none', '走路3栋', []],
    ['a long name from its last eight characters', '我们这里最最最最最好的阳光小区3栋', ['最最最最好的阳光小区3栋']],
    ['what a sentence says before goes', '快递寄到阳光小区3栋', ['阳光小区3栋']],
    ['an ending without a name', '小区3栋', []],
    ['no gate', '阳光小区东边', []],
  ])('%s', (_name, text, expected) => expect(addresses(text)).toEqual(expected))

  it.each([
    ['a place behind it', '五四西路3号楼 实验小学'],
    ['a room behind it', '阳光小区3栋多功能厅'],
    ['a school before it', '到学校3栋2单元501集合'],
    ['a school building before it', '到宿舍楼3栋2单元501集合'],
  ])('what everybody may know, %s, is none but for a mask', (_name, text) => {
    expect(addresses(text)).toEqual([])
    expect(masked(text)).toHaveLength(1)
  })

  it('a school far away from it does not make it public', () => {
    expect(addresses('孩子上实验小学，家住五四西路3号楼')).toEqual(['五四西路3号楼'])
    expect(addresses('五四西路3号楼，就在那条大马路对面拐过去一点的实验小学')).toEqual(['五四西路3号楼'])
  })

  it('a mask takes shops too', () => {
    expect(masked('解放路88号')).toEqual(['解放路88号'])
    expect(masked('解放路')).toEqual([])
  })

  it('what is reported has no spaces', () => {
    expect(found(findAddresses(false), '阳光小区 3栋 2单元')).toEqual([['阳光小区 3栋 2单元', '阳光小区3栋2单元']])
  })
})
