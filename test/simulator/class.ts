import { Simulator, type SimulatorOptions, type WorldSpec } from '../../src/simulator/index.js'
import { WebClient } from './web-client.js'

export const ROOM = '100001@chatroom'
export const TOPIC = '三年二班家长群'

/** A class of invented people. The teacher and one parent are friends of the account. */
export const CLASS: WorldSpec = {
  me: { id: 'wxid_bot', nick: '班级小助手' },
  people: [
    { id: 'wxid_wang', nick: '王老师', friend: true, remark: '班主任王老师' },
    { id: 'wxid_bai', nick: '小白妈妈', friend: true },
    { id: 'wxid_lan', nick: '<蓝>&天' },
    { id: 'wxid_he', nick: '何叔' },
  ],
  rooms: [
    {
      id: ROOM,
      topic: TOPIC,
      owner: 'wxid_wang',
      members: [
        { id: 'wxid_bot' },
        { id: 'wxid_wang', card: '王老师(班主任)' },
        { id: 'wxid_bai' },
        { id: 'wxid_lan', card: '蓝蓝爸爸' },
      ],
    },
  ],
}

const running: Simulator[] = []

/** A running simulator of the class, and a client that has not logged in. */
export async function start(options: Partial<SimulatorOptions> = {}): Promise<[Simulator, WebClient]> {
  const simulator = new Simulator({ world: CLASS, ...options })
  running.push(simulator)
  return [simulator, new WebClient(await simulator.start())]
}

export async function stopAll(): Promise<void> {
  await Promise.all(running.splice(0).map(simulator => simulator.stop()))
}
