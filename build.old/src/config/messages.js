import { CATEGORIES } from '../model/category.js';
import { MESSAGE_KEYS, parseTemplate } from '../model/message.js';
import { closest } from './closest.js';
import { check } from './diagnostics.js';
import { line } from './forms.js';
import { isObject } from './yaml.js';
/** keys of what is said to the group where a sender cannot be reached in private */
const INSTEAD = 'instead.';
export const MESSAGES_FILE = 'messages.zh-CN.yaml';
/** Reads all texts. Those that the code sends must be there, with exactly their parameters. */
export function readMessages(root, findings) {
    if (!isObject(root.value)) {
        findings.add(root.spot(), 'BZ103', '这里应为“键: 文字”的一组', { expected: '例如 collective.ack: 【群小助手】…' });
        return null;
    }
    const messages = new Map();
    for (const key of root.keys()) {
        const at = root.at(key);
        if (isObject(at.value)) {
            messages.set(key, { template: '', at });
            findings.add(at.keySpot(), 'BZ103', `${key} 应为文本；以 { 开头或含有冒号加空格的文字要加引号`, {
                expected: `${key}: "…"`,
            });
            continue;
        }
        const template = check(line, at, findings);
        // A message that is wrong in itself is known all the same.
        messages.set(key, { template: template ?? '', at });
        if (template !== null)
            checkTemplate(key, template, at, findings);
    }
    const absent = Object.entries(MESSAGE_KEYS).filter(([key]) => !messages.has(key));
    if (absent.length > 0) {
        // One finding: after an update of the program they come in dozens.
        findings.add(root.spot(), 'BZ105', `缺少 ${absent.length} 条消息`, {
            expected: absent.map(([key, names]) => (names.length > 0 ? `${key}（${braced(names)}）` : key)).join('、'),
        });
    }
    return messages;
}
function checkTemplate(key, template, at, findings) {
    const raw = String(at.value);
    const { parameters, strayBrace } = parseTemplate(raw);
    if (strayBrace !== null) {
        findings.add(at.file.spotInside(at.path, strayBrace, 1), 'BZ112', `消息 ${key} 里有不成对的花括号`, {
            expected: '参数写作 {名称}，名称用小写字母、数字和 _',
        });
    }
    if (key.startsWith(INSTEAD))
        checkInstead(key, at, findings);
    if (!Object.hasOwn(MESSAGE_KEYS, key))
        return;
    const valid = MESSAGE_KEYS[key];
    reportUnknown(key, at, valid, findings);
    const absent = valid.filter(name => !parameters.some(parameter => parameter.name === name));
    for (const name of absent) {
        findings.add(at.spot(), 'BZ112', `消息 ${key} 没有用到参数 {${name}}`, {
            expected: braced(valid),
        });
    }
}
/** A line to the group instead of a private word: for one category, and without parameters, since it is about nobody. */
function checkInstead(key, at, findings) {
    reportUnknown(key, at, [], findings);
    const category = key.slice(INSTEAD.length);
    if (CATEGORIES.includes(category))
        return;
    const meant = closest(category, CATEGORIES);
    findings.add(at.keySpot(), 'BZ104', `没有 ${category} 这个类别`, {
        expected: `${INSTEAD}加类别，例如 ${INSTEAD}quiet_hours`,
        didYouMean: meant && `${INSTEAD}${meant}`,
    });
}
/** A reference from a rule: the key exists, and its text uses no parameter but `allowed`. */
export function checkMessage(at, allowed, { messages, findings }) {
    if (!messages)
        return;
    const key = String(at.value);
    const message = messages.get(key);
    if (!message) {
        findings.add(at.spot(), 'BZ111', `${MESSAGES_FILE} 里没有 ${key}`, {
            expected: `例如：${suggestions(key, messages).join('、')}`,
            didYouMean: closest(key, messages.keys()),
        });
    }
    else
        reportUnknown(key, message.at, allowed, findings);
}
/** The keys of the same kind, or all where there are none: the whole list would fill the screen. */
function suggestions(key, messages) {
    const callable = [...messages.keys()].filter(other => !Object.hasOwn(MESSAGE_KEYS, other) || other === 'notice.scam');
    const kin = callable.filter(other => other.split('.')[0] === key.split('.')[0]);
    return kin.length > 0 ? kin : callable;
}
function reportUnknown(key, at, valid, findings) {
    for (const { name, start } of parseTemplate(String(at.value)).parameters) {
        if (valid.includes(name))
            continue;
        const spot = at.file.spotInside(at.path, start, name.length + 2);
        const expected = valid.length > 0 ? braced(valid) : '这条消息没有参数';
        const meant = closest(name, valid);
        findings.add(spot, 'BZ112', `消息 ${key} 没有参数 {${name}}`, { expected, didYouMean: meant && `{${meant}}` });
    }
}
function braced(names) {
    return names.map(name => `{${name}}`).join(' ');
}
//# sourceMappingURL=messages.js.map