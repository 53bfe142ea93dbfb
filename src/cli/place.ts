import type { Command } from 'commander'
import type { Ledger } from '../ledger/index.js'
import type { Tools } from './tools.js'

/** Where a command looks: the school file, or a data folder named outright. */
export interface Place {
  school: string
  data?: string
}

/** Options shared by the commands that read a ledger. */
export function placeOptions(command: Command): Command {
  return command
    .option('--school <file>', '学校文件', 'rules/school.yaml')
    .option('--data <dir>', '数据文件夹（默认按学校文件；演示结束时会提示它的位置）')
}

/** Opens the ledger for reading, beside a running bot if need be. The caller closes it. */
export async function atPlace(tools: Tools, place: Place): Promise<{ ledger: Ledger; timezone: string }> {
  if (place.data !== undefined) return { ledger: tools.readLedger(place.data), timezone: 'Asia/Shanghai' }
  const school = await tools.school(place.school)
  return { ledger: tools.readLedger(school.dataDir), timezone: school.timezone }
}
