import { fileURLToPath } from 'node:url'
import { describe, expect, it } from '@jest/globals'
import { loadRuleSet } from '../../src/config/index.js'
import { compileRuleSet } from '../../src/engine/index.js'
import type { Member, Role } from '../../src/model/member.js'
import { SECOND } from '../../src/model/time.js'
import type { LiveRules } from '../../src/pipeline/deps.js'
import { catalogueOf, registry } from '../../src/signals/index.js'
import { NOW } from '../signals/support.js'
import { GROUP, rig, said } from './rig.js'

/** The rules that are shipped, on talk of one class: what each line means in what was said before it. */
const result = await loadRuleSet(fileURLToPath(new URL('../../rules', import.meta.url)), {
  catalogue: catalogueOf(registry),
})
if (!result.ok) throw new Error(JSON.stringify(result.diagnostics.slice(0, 3)))
const rules: LiveRules = { ruleSet: result.ruleSet, compiled: compileRuleSet(result.ruleSet, registry) }

const NAMES: Record<string, [string, Role]> = {
  T: ['班主任王老师', 'head_teacher'],
  A: ['程小满妈妈', 'parent'],
  B: ['周禾妈妈', 'parent'],
  C: ['吴晓爸爸', 'parent'],
  D: ['陈未爸爸', 'parent'],
  E: ['赵青奶奶', 'parent'],
}

interface Heard {
  /** `remind`, or `escalate P0` */
  is: string
  does: string[]
}

/** `A: words`, or `A+600: words` so many seconds after the line before; 20 s where it does not say. */
function hear(...lines: string[]): Heard[] {
  const world = rig()
  world.ledger.saveRuleSet(rules.ruleSet.hash, rules.ruleSet.sources, NOW)
  world.deps.rules = () => rules
  const people = new Map<string, Member>()
  const profile = world.deps.groups.profile(GROUP)
  if (!profile) throw new Error('no group')
  for (const [key, [name, role]] of Object.entries(NAMES))
    people.set(key, { id: world.ledger.personId(GROUP, name, name, role), name, role, students: [], exempt: [] })
  world.deps.groups = { ...world.deps.groups, profile: () => ({ ...profile, members: [...people.values()] }) }
  let at = NOW
  lines.forEach((line, index) => {
    const [, who = '', pause = '20', text = ''] = /^([A-Z])(?:\+(\d+))?: (.*)$/su.exec(line) ?? []
    at += Number(pause) * SECOND
    world.clock.advanceTo(at)
    world.moderator.event(said(`m${index}`, people.get(who) as Member, text, {}, at))
  })
  return world.outcomes.map(({ decision, actions }) => ({
    is: [decision.respond, decision.severity].filter(Boolean).join(' '),
    does: actions.map(({ kind }) => kind),
  }))
}

const is = (...lines: string[]) => hear(...lines).map(heard => heard.is)
const does = (...lines: string[]) => hear(...lines).flatMap(heard => heard.does)
const allAllowed = (...lines: string[]) => expect(is(...lines)).toEqual(lines.map(() => 'allow'))

describe('what the last notice asked for', () => {
  const five = (text: string) => ['A', 'B', 'C', 'D', 'E'].map(who => `${who}: ${text}`)

  it('is answered by everybody in peace', () => {
    allAllowed('T: 周五去植物园，请各位家长看到后回复收到', ...five('收到'))
    allAllowed(
      'T: 订餐接龙，报一下名字和份数，明天中午截止',
      'A: 1.程小满 一份',
      'B: 2.周禾 两份',
      'C: 我家不订',
      'D: 3.陈未 一份',
    )
  })

  it('and is not, where it asked for nothing: one collective line', () => {
    const heard = hear('T: 明天改上体育课，请穿运动鞋，知悉即可，无需回复', ...five('收到'))
    expect(heard.slice(1).map(one => one.is)).toEqual(five('').map(() => 'collect'))
    expect(heard.flatMap(one => one.does)).toEqual(['collective'])
  })

  it('is what the later of two says', () => {
    allAllowed('T: 明天穿校服，无需回复', 'T: 另外，周五体检，请回复收到', ...five('收到'))
  })
})

describe('a thank-you', () => {
  it('that answers a direct help is none of a flood', () => {
    allAllowed(
      'A: 哪位家长能拍一下今天的单词表',
      'B: 第十二页到十五页，发您私信了',
      'A: 太及时了，谢谢周禾妈妈',
      'B: 不客气',
    )
  })

  it('of everybody to the teacher is', () => {
    const thanks = ['A: 王老师辛苦了', 'B: 王老师辛苦了！', 'C: 感谢王老师', 'D: 老师辛苦啦[玫瑰]', 'E: 辛苦王老师了']
    expect(does('T: 今天的表演很成功，照片在群相册', ...thanks)).toEqual(['collective'])
  })
})

describe('an emergency', () => {
  const MISSING = 'A: 孩子放学没见到人，电话手表也关机，到处都找不到！'

  it('is told once, and its thread is left in peace', () => {
    const heard = hear(
      MISSING,
      'B: 我在北门帮你看看',
      'C: 别急，我去小卖部问',
      'D: 大家转发一下照片',
      'A: 找到了，在同学家，谢谢大家！',
      'B: 太好了',
      'C: 平安就好',
    )
    expect(heard.map(one => one.is)).toEqual(['escalate P0', ...Array(6).fill('allow')])
  })

  it('does not excuse a personal number', () => {
    expect(is(MISSING, 'B: 她爸爸电话13912345678 快打')[1]).toBe('ask_recall')
  })

  it('is over after two hours', () => {
    expect(is(MISSING, 'A: 找到了', 'B+7300: 自家土鸡蛋两块一个，要的私聊我').at(-1)).toBe('remind')
  })

  it('cried in pieces is heard', () => {
    expect(is('A: 出事了', 'A: 我家娃', 'A: 不见了').at(-1)).toBe('escalate P0')
    expect(
      is('A: 我女儿到现在', 'A: 还没回家', 'A: 电话手表也打不通').filter(one => one === 'escalate P0'),
    ).not.toEqual([])
  })
})

describe('what is said about a wrong, not done', () => {
  it.each([
    ['a correction', 'B: 辟谣：网上说隔壁学校有人贩子是假的，派出所已经通报'],
    ['a question', 'B: 听说路口有人抢孩子？谁知道是不是真的'],
    ['a warning of an offer', 'B: 那个代购链接是骗人的，我被坑过，大家别信'],
    ['a warning of fraud', 'B: 提醒各位，冒充班主任要验证码的是骗子，别上当'],
    ['a report of words', 'B: 刚才有人发“代购面膜要的私我”，这种能发吗'],
    ['a report of an insult', 'B: 孩子回来说同学骂他傻子，他很难过，请老师调解一下'],
    ['a correction of oneself', 'B: 更正一下，上面的五十元是打印费，学校收过了，大家不用转'],
    ['a clarification', 'B: 澄清一下，我没有卖东西，朋友圈截图误发了'],
  ])('is not charged: %s', (_, line) => {
    const [heard] = hear(line)
    expect(['allow', 'collect']).toContain(heard?.is)
    expect(heard?.does).toEqual([])
  })
})

describe('a quarrel', () => {
  const QUARREL = [
    'C: 体育课是你家孩子把我家孩子推倒的吧',
    'D: 小孩子玩闹，你别这么较真',
    'C: 膝盖都破了，你跟我说较真？',
    'D: 那你想怎么样？赔你钱？',
    'C: 谁稀罕你的钱！连句道歉都没有！',
    'D: 凭什么道歉，你家先动手的！',
    'C: 你胡说八道！',
  ]

  it('is told to the head teacher once, before it boils over, and nobody in the group hears of it', () => {
    const heard = hear(...QUARREL)
    expect(heard.filter(one => one.does.length > 0)).toHaveLength(1)
    expect(heard.slice(0, 2).map(one => one.is)).toEqual(['allow', 'allow'])
    expect(heard.slice(4).map(one => one.is)).toEqual(['escalate P1', 'escalate P1', 'escalate P1'])
    expect(heard.flatMap(one => one.does)).toEqual(['alert'])
  })

  it('is none among those who argue in a civil way', () => {
    allAllowed(
      'A: 我坚决反对周末加课！孩子需要休息！',
      'B: 我倒觉得可以，在家也是玩手机！',
      'A: 玩手机是家长的事，不能靠加课解决！你们再想想！',
      'C: 双职工没办法，能不能投票？',
      'B: 投票可以，大家先看看说明！',
      'A: 说明看过了，还是不同意',
    )
  })

  it('is none among friends', () => {
    allAllowed('A: 你又迟到了吧哈哈', 'B: 你才迟到😂', 'A: 你等着，下次我先到！', 'B: 谁怕谁！')
  })
})

describe('the same thing again', () => {
  it('is one word in the day, then a case for the head teacher', () => {
    const heard = hear(
      'A: 自家种的橙子，48一箱，要的私我',
      'A+300: 橙子最后十箱，私我下单',
      'A+3600: 橙子今天特价，要的抓紧私我',
    )
    expect(heard.map(one => one.is)).toEqual(['remind', 'remind', 'escalate P2'])
    expect(heard.map(one => one.does)).toEqual([['remind'], [], ['alert']])
  })

  it('in three lines is one thing', () => {
    const heard = hear('A: 家里种的砂糖橘下来了', 'A: 不打药的', 'A: 有想吃的联系我', 'A: 二十五一箱', 'A: 要的私我')
    expect(heard.flatMap(one => one.does)).toEqual(['remind'])
  })
})

describe('innocent lines of one sender in a row', () => {
  it.each([
    [['有人要拼车吗', '周末去科技馆', '车费平摊']],
    [['老师您好', '我家孩子发烧了', '请一天假']],
    [['谁家孩子的水杯落在操场了', '粉色的', '不见了好几天了']],
    [['我们家', '有只猫不见了', '孩子很难过']],
    [['到门口我', '操场见']],
    [['孩子今天语文考完了', '对了明天要带什么', '92号校服还有吗']],
    [['想请教一下', '孩子最近数学跟不上', '要不要在家多练练口算']],
  ])('stay innocent: %j', lines => {
    allAllowed(...lines.map(line => `A: ${line}`))
  })
})
