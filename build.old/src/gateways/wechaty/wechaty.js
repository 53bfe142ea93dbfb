import { WechatyBuilder } from 'wechaty';
import { log } from 'wechaty-puppet';
log.level('silent');
/** A wechaty around a puppet; the card has the methods of wechaty's memory that are called. */
export function buildWechaty(puppet, card) {
    const options = { name: 'banzhang', puppet, memory: card };
    return WechatyBuilder.build(options);
}
//# sourceMappingURL=wechaty.js.map