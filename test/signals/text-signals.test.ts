import { describe, expect, it } from '@jest/globals'
import { ask, factsOf } from './support.js'

const lexicons = {
  'shop.offer': ['批发价', '拿货', '代购'],
  'shop.call': ['私我', '扣1'],
  'ack.words': ['收到', '谢谢', '老师', '辛苦'],
}
const askWords = (options: unknown, said: Parameters<typeof factsOf>[0]) =>
  ask('words', options, factsOf(said), lexicons)

describe('words', () => {
  it('finds a word and points at it in the text as written', () => {
    const text = '橙子 批-发-价，要的来'
    const answer = askWords('shop.offer', text)
    expect(answer).toMatchObject({ hit: true, count: 1, needed: 1, sentence: '词表 shop.offer 1/1' })
    expect(answer.spans?.map(span => text.slice(span.start, span.end))).toEqual(['批-发-价'])
  })

  it('answers with a count when nothing is there', () => {
    expect(askWords('shop.offer', '明天带红领巾')).toMatchObject({
      hit: false,
      count: 0,
      sentence: '词表 shop.offer 0/1',
    })
  })

  it('counts different words, not one said twice', () => {
    expect(askWords({ list: 'shop.offer', at_least: 2 }, '代购代购代购').hit).toBe(false)
    expect(askWords({ list: 'shop.offer', at_least: 2 }, '代购，可拿货').hit).toBe(true)
  })

  it('adds up several lexicons', () => {
    expect(askWords({ list: ['shop.offer', 'shop.call'], at_least: 2 }, '代购，要的私我').count).toBe(2)
  })

  it('looks at titles, file names and pictures unless told otherwise', () => {
    const said = { kind: 'link' as const, title: '海外代购群' }
    expect(askWords('shop.offer', said)).toMatchObject({ hit: true, spans: [] })
    expect(askWords({ list: 'shop.offer', in: 'text' }, said).hit).toBe(false)
    expect(askWords({ list: 'shop.offer', in: 'attached' }, { ...said, title: '', text: '代购' }).hit).toBe(false)
    expect(askWords('shop.offer', { filename: '代购清单.xlsx' }).hit).toBe(true)
    expect(askWords('shop.offer', { ocr: '海报：拿货从速' }).hit).toBe(true)
  })

  it('never finds anything in an empty text', () => {
    expect(askWords('shop.offer', '').hit).toBe(false)
  })
})

describe('words that stand in a longer one by chance', () => {
  const lexicons = {
    'd.despair': ['不想活', '想死', '-不想活动', '-想死记'],
    'd.child': ['孩子'],
    'd.move': ['想活动一下'],
    'd.none': ['-不想活动'],
  }
  const asked = (name: string, options: unknown, text: string) => ask(name, options, factsOf(text), lexicons)

  it.each(['孩子不想活动', '不想 活动课', '他不想死记硬背'])('are not found there: %s', text => {
    expect(asked('words', 'd.despair', text)).toMatchObject({ hit: false, count: 0 })
    expect(asked('phrase', ['d.child', 'd.despair'], `孩子说${text}`).hit).toBe(false)
  })

  it('are found beside it, and counted once', () => {
    expect(asked('words', 'd.despair', '他不想活动 也不想活了')).toMatchObject({ hit: true, count: 1 })
    expect(asked('words', { list: 'd.despair', at_least: 2 }, '不想活动 说想死').hit).toBe(false)
    expect(asked('phrase', ['d.child', 'd.despair'], '孩子不想活动 不想活').hit).toBe(true)
  })

  it('are left to other lists that hold the longer word', () => {
    expect(asked('words', 'd.move', '想活动一下').hit).toBe(true)
  })

  it('are not found, though a list has none but longer words', () => {
    expect(asked('words', 'd.none', '不想活动').hit).toBe(false)
  })
})

describe('words in dialect', () => {
  const lexicons = { 'd.tired': ['活着没有意思', '没有人要'], 'd.kid': ['孩子', '娃'], 'd.house': ['你家', '我家'] }
  const asked = (name: string, options: unknown, text: string) => ask(name, options, factsOf(text), lexicons)

  it.each(['讲活着冇得意思', '她写活起没得意思', '反正冇得人要'])('are found by the standard ones: %s', text => {
    expect(asked('words', 'd.tired', text).hit).toBe(true)
  })

  it('point at what was written', () => {
    const text = '讲 活着冇得意思 哦'
    const { spans } = asked('words', 'd.tired', text)
    expect(spans?.map(({ start, end }) => text.slice(start, end))).toEqual(['活着冇得意思'])
  })

  it('are one word with their standard form, not two', () => {
    expect(asked('words', { list: 'd.kid', at_least: 2 }, '娃').hit).toBe(false)
  })

  it('match a pattern once, not once in each reading', () => {
    expect(asked('pattern', { re: '打人', on: 'key', at_least: 2 }, '恁家娃打人').hit).toBe(false)
    expect(asked('pattern', { re: '打人', on: 'key', at_least: 2 }, '恁家娃打人 又打人').hit).toBe(true)
  })

  it('are found by patterns on the key and by phrases too, and by no pattern on what is shown', () => {
    expect(asked('pattern', { re: '你家孩子', on: 'key' }, '恁家娃打人').hit).toBe(true)
    expect(asked('pattern', '你家孩子', '恁家娃打人').hit).toBe(false)
    expect(asked('phrase', ['d.house', 'd.kid'], '恁家那个娃儿').hit).toBe(true)
  })
})

describe('words by their sound', () => {
  const weak = (text: string) => askWords({ list: ['shop.offer', 'shop.call'], key: 'weak' }, text)

  it.each(['要的思我', '帮代沟', '哪货', '亻弋购', '代购'])('hears %s', text => {
    expect(weak(text)).toMatchObject({ hit: true, count: 1 })
  })

  it('points at what was written, and says that it was only heard', () => {
    const text = '面膜 代 沟 找我'
    const answer = weak(text)
    expect(answer.spans?.map(span => text.slice(span.start, span.end))).toEqual(['代 沟'])
    expect(answer.sentence).toBe('词表 shop.offer（谐音） 1/1')
  })

  it.each([
    ['first letters', '有pf价的货', 'pf价'],
    ['the wrong order', '给你发批价', '发批价'],
    ['a look-alike', '仳发价, 批友价', '批友价'],
  ])('sees through %s', (_, text, written) => {
    const answer = weak(text)
    expect(answer).toMatchObject({ hit: true, count: 1 })
    expect(answer.spans?.map(span => text.slice(span.start, span.end))).toContain(written)
    expect(askWords('shop.offer', text).hit).toBe(false)
  })

  it('takes a word in several costumes for one word', () => {
    expect(weak('批发价，pf价，发批价，匹发价').count).toBe(1)
  })

  it('takes what only sounds like a muddle for nothing', () => {
    expect(weak('罚批价').hit).toBe(false)
  })

  it('is not what is looked for unless it is asked for', () => {
    expect(askWords('shop.offer', '帮代沟').hit).toBe(false)
    expect(askWords({ list: 'shop.offer', key: 'exact' }, '帮代沟').hit).toBe(false)
  })

  it('leaves words of one syllable out: too much sounds like them', () => {
    const answer = ask('words', { list: 'one', key: 'weak' }, factsOf('出门了'), { one: ['出', '出门'] })
    expect(answer.count).toBe(1)
    expect(ask('words', { list: 'one', key: 'weak' }, factsOf('初中'), { one: ['出', '出门'] }).hit).toBe(false)
  })

  it('hears nothing in an empty text', () => {
    expect(weak('').hit).toBe(false)
  })
})

describe('consists_of', () => {
  const consists = (options: unknown, text: string) => ask('consists_of', options, factsOf(text), lexicons)

  it.each(['收到', '收到，谢谢老师！', '老师辛苦啦', '收到收到收到', '谢谢王老师', '钱多多妈妈收到'])(
    'holds for %s',
    text => {
      expect(consists('ack.words', text)).toMatchObject({ hit: true })
    },
  )

  it.each(['收到，请问几点到校', '谢谢老师，孩子发烧想请假', '明天带红领巾', '', '👍👍'])(
    'does not hold for %j',
    text => {
      expect(consists('ack.words', text)).toMatchObject({ hit: false })
    },
  )

  it('allows as much rest as it is told', () => {
    expect(consists({ lists: 'ack.words', rest_at_most: 0 }, '收到明白').hit).toBe(false)
    expect(consists({ lists: 'ack.words', rest_at_most: 2 }, '收到明白').hit).toBe(true)
  })

  it('says how much is left', () => {
    expect(consists('ack.words', '收到，请问几点到校').sentence).toMatch(/^只由词表 ack\.words 构成：此外还有 \d 字$/)
    expect(consists('ack.words', '在吗').sentence).toBe('只由词表 ack.words 构成：没有这些词')
  })

  it('does not take a refusal for an acknowledgement', () => {
    expect(consists({ lists: 'ack.words', rest_at_most: 1 }, '收到，不参加').hit).toBe(false)
  })
})

describe('pattern', () => {
  const match = (options: unknown, said: Parameters<typeof factsOf>[0]) => ask('pattern', options, factsOf(said))

  it('finds what it describes, whatever the case', () => {
    expect(match('vip\\d+', '加入VIP88')).toMatchObject({ hit: true, count: 1, spans: [{ start: 2, end: 7 }] })
  })

  it('counts up to what is needed', () => {
    expect(match({ re: '\\d+元', at_least: 2 }, '一份30元，两份55元，三份80元')).toMatchObject({ hit: true, count: 2 })
    expect(match({ re: '\\d+元', at_least: 2 }, '一份30元')).toMatchObject({ hit: false, count: 1, needed: 2 })
  })

  it('works on the match key when told to, and still points at the original', () => {
    const text = '第 — 一 — 名'
    const answer = match({ re: '第[一二]名', on: 'key' }, text)
    expect(answer.spans?.map(span => text.slice(span.start, span.end))).toEqual([text])
    expect(match('第[一二]名', text).hit).toBe(false)
  })

  it('looks into titles and narrows by `in`', () => {
    expect(match('砍一刀', { kind: 'link', title: '帮我砍一刀' })).toMatchObject({ hit: true, spans: [] })
    expect(match({ re: '砍一刀', in: 'text' }, { kind: 'link', title: '帮我砍一刀' }).hit).toBe(false)
  })

  it('points at what was written, however that is shown', () => {
    expect(match('1\\d元', 'Ｖ１５元')).toMatchObject({ hit: true, spans: [{ start: 1, end: 4 }] })
  })

  it('shortens a long pattern in its sentence', () => {
    expect(match(`(?:${'甲乙丙丁'.repeat(20)})`, '无关').sentence.length).toBeLessThan(60)
  })
})

describe('shape', () => {
  const shape = (options: unknown, said: Parameters<typeof factsOf>[0]) => ask('shape', options, factsOf(said))

  it.each([
    [{ at_least: 5 }, '孩子今天到了', '孩子到'],
    [{ at_most: 2 }, '好的！！', '好的呀'],
    [{ emoji_only: true }, '🌹🌹', '谢谢🌹'],
    [{ emoji_at_least: 3 }, '好👍👍👍', '好👍👍'],
    [{ lines_at_least: 3 }, '一\n二\n\n三', '一\n\n\n二'],
  ])('%j', (options, yes, no) => {
    expect(shape(options, yes)).toMatchObject({ hit: true })
    expect(shape(options, no)).toMatchObject({ hit: false })
  })

  it('measures voice by seconds', () => {
    expect(shape({ duration_at_least: 30 }, { kind: 'voice', duration: 45 }).hit).toBe(true)
    expect(shape({ duration_at_least: 30 }, { kind: 'voice', duration: 5 }).sentence).toBe('时长 5/30 秒')
    expect(shape({ duration_at_least: 30 }, { body: { kind: 'recall', of: null } }).hit).toBe(false)
  })

  it('wants all of what is given and names the first that fails', () => {
    expect(shape({ at_least: 2, emoji_at_least: 1 }, '好的')).toMatchObject({ hit: false, sentence: '表情 0/1' })
    expect(shape({ at_least: 2, at_most: 4 }, '好的')).toMatchObject({
      hit: true,
      sentence: '字数 2/2、字数 2，上限 4',
    })
  })

  it('does not take silence for an emoji', () => {
    expect(shape({ emoji_only: true }, '').sentence).toBe('不是只有表情')
    expect(shape({ emoji_only: true }, '……').hit).toBe(false)
  })
})

describe('mentions', () => {
  it('counts names', () => {
    expect(ask('mentions', { at_least: 2 }, factsOf({ text: '@甲 @乙', mentions: ['甲', '乙'] }))).toMatchObject({
      hit: true,
      sentence: '@提到的人 2/2',
    })
    expect(ask('mentions', { at_least: 2 }, factsOf('@甲')).hit).toBe(false)
  })

  it.each([['所有人'], ['all'], ['All']])('knows %s as everybody', name => {
    expect(ask('mentions', 'all', factsOf({ mentions: [name] })).hit).toBe(true)
  })

  it('reads @所有人 where the network does not tell it apart', () => {
    expect(ask('mentions', 'all', factsOf('@所有人 明天放假')).hit).toBe(true)
    expect(ask('mentions', 'all', factsOf('请转告所有人')).hit).toBe(false)
    expect(ask('mentions', 'all', factsOf('发到 mail@allen.cn')).hit).toBe(false)
  })

  it('finds nobody in what is no message', () => {
    expect(ask('mentions', { at_least: 1 }, factsOf({ body: { kind: 'rename', name: '@甲' } })).count).toBe(0)
  })
})
