import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { audit, type Record } from '../../scripts/proof/audit.js'
import { Stage } from '../../scripts/proof/stage.js'

jest.setTimeout(180_000)

const ADVERT = '自家做的手工牛轧糖，25一斤，想要的加我微信 tangtang_2020 私我下单'

let stage: Stage
let record: { events: string[]; privates: string[] }

beforeEach(async () => {
  stage = new Stage({ groups: 1, membersEach: 6, echoWindow: 3_000 })
  record = { events: [], privates: [] }
  await stage.open()
})

afterEach(async () => {
  await stage.close()
})

const group = () => stage.school.groups[0] as Stage['school']['groups'][number]
const all = (): Record => ({ ...record, sent: stage.simulator.sent })

/** A parent says something; the record of what has to be in the ledger. */
function say(parent: number, text: string): string {
  const id = stage.simulator.say(group().room, group().parents[parent] as string, text)
  record.events.push(id)
  return id
}

/** Logged in, one message heard and decided, the session card on disk. */
async function firstLife(die?: Parameters<Stage['start']>[0]) {
  const bot = stage.start(die)
  await stage.login(bot)
  say(5 % group().parents.length, '大家早上好')
  await settled()
  return bot
}

const settled = () => stage.settled(all)

const received = (parent: number) => stage.simulator.sent.filter(({ to }) => to === group().parents[parent])
const whole = {
  eventsLost: [],
  decisionsLost: [],
  decidedTwice: [],
  privatesLost: [],
  sentTwice: [],
  neverSent: [],
  unsettled: [],
}

describe('a bot killed with SIGKILL and started again', () => {
  it('between a decision and its action: the action is done, once', async () => {
    const first = await firstLife({ when: 'decided', text: '牛轧糖' })
    say(0, ADVERT)
    await first.gone()
    expect(received(0)).toHaveLength(0)

    const second = stage.start()
    await second.until('online', 30_000)
    await settled()
    expect(received(0)).toHaveLength(1)
    expect(audit(stage.ledgerFile, all())).toEqual(whole)

    // and it stays once, over another restart
    await second.kill()
    const third = stage.start()
    await third.until('online', 30_000)
    say(1, '明天带水彩笔吗')
    await settled()
    expect(received(0)).toHaveLength(1)
  })

  it('after the effect and before it is settled: not sent twice', async () => {
    const first = await firstLife()
    stage.simulator.faults.add({ endpoint: 'webwxsendmsg', stage: 'after', hang: true, times: 1 })
    say(0, ADVERT)
    await stage.simulator.waitForSent(({ to }) => to === group().parents[0], 20_000)
    await first.kill()
    expect(received(0)).toHaveLength(1)

    const second = stage.start()
    await second.until('online', 30_000)
    await settled()
    // longer than the wait for an echo
    await new Promise(resolve => setTimeout(resolve, 4_000))
    expect(received(0)).toHaveLength(1)
    expect(audit(stage.ledgerFile, all())).toEqual(whole)
  })

  it('while sending, before the effect: sent when no echo is heard, once', async () => {
    const first = await firstLife()
    let asked = () => {}
    const sending = new Promise<void>(resolve => {
      asked = resolve
    })
    const when = () => {
      asked()
      return true
    }
    stage.simulator.faults.add({ endpoint: 'webwxsendmsg', stage: 'before', hang: true, times: 1, when })
    say(0, ADVERT)
    await sending
    await first.kill()
    expect(received(0)).toHaveLength(0)

    const second = stage.start()
    await second.until('online', 30_000)
    await settled()
    expect(received(0)).toHaveLength(1)
    expect(audit(stage.ledgerFile, all())).toEqual(whole)
  })

  it('between hearing and deciding: decided, once', async () => {
    const first = await firstLife({ when: 'heard', text: '牛轧糖' })
    say(0, ADVERT)
    await first.gone()

    const second = stage.start()
    await second.until('online', 30_000)
    await settled()
    expect(received(0)).toHaveLength(1)
    expect(audit(stage.ledgerFile, all())).toEqual(whole)
  })

  it('while a head teacher answers: the answer counts once, though nobody wrote in the group since', async () => {
    const first = await firstLife()
    say(1, '孩子还没到家，校门口没接到，队伍里也没有他')
    await stage.simulator.waitForSent(({ to }) => to === group().head, 20_000)
    await settled()
    await first.kill()
    record.privates.push(stage.simulator.whisper(group().head, '1'))

    const second = stage.start()
    await second.until('online', 30_000)
    await settled()
    await stage.simulator.waitForSent(({ to, text }) => to === group().head && text.includes('记为'), 20_000)
    expect(audit(stage.ledgerFile, all())).toEqual(whole)
  })
})
