import { normalise } from '../../src/text/index.js';
import { Features, hashOf, Meanings, SHARE } from '../../src/text/intent/index.js';
const plain = { attached: normalise(''), entities: [], question: false, minutes: 900, before: '' };
const MESSAGES = [
    { ...plain, role: 'parent', kind: 'text', text: normalise('自家果园的橙子，要的私我😂'), before: '有人要水果吗' },
    { ...plain, role: 'head_teacher', kind: 'text', text: normalise('请各位家长明早7:30前到校！'), minutes: 1380 },
    {
        ...plain,
        role: 'outsider',
        kind: 'link',
        text: normalise(''),
        attached: normalise('免费试听 ➕薇 xxy889'),
        entities: ['wechat_id', 'price'],
        question: true,
    },
];
/** What the features of some made-up messages come to. Weights learned with other features are worth nothing. */
export function fingerprintOfFeatures() {
    const features = new Features(new Meanings([['橙子', '果园'], ['家长'], ['试听', '要水果']]));
    const seen = MESSAGES.map(message => {
        const { ids, ends, length } = features.read(message);
        return [[...ids.subarray(0, length)], [...ends]];
    });
    return hashOf(JSON.stringify([seen, SHARE]));
}
//# sourceMappingURL=fingerprint.js.map