import { z } from 'zod';
import { withForm } from './forms.js';
import { isObject } from './yaml.js';
export const CONDITIONS_FILE = 'conditions.yaml';
export const conditionName = withForm(z.string().regex(/^[a-z][a-z0-9_]*$/), {
    text: '小写字母、数字和 _，例如 told_before',
    suggest: () => null,
});
/** Names stand for whole trees: a few lines could ask for more than a machine holds (as aliases could). */
const LARGEST = 5_000;
const DEEPEST = 50;
/** Whether a condition, written out, has more parts than anybody means. */
export const tooLarge = (tree) => sizeOf(tree) > LARGEST;
const sizes = new WeakMap();
function sizeOf(tree) {
    let size = sizes.get(tree);
    if (size === undefined) {
        const parts = tree.op === 'signal' ? [] : tree.op === 'not' ? [tree.of] : tree.of;
        size = parts.reduce((sum, part) => sum + sizeOf(part), 1);
        sizes.set(tree, size);
    }
    return size;
}
/** Whether as many names are being read, one within the other, as may be. */
export const tooDeep = ({ open }) => open.size >= DEEPEST;
/** Finds the conditions of the file; they are read when a rule names them, or at last. */
export function findConditions(root, findings) {
    if (!isObject(root.value)) {
        findings.add(root.spot(), 'BZ103', '这里应为“名称: 条件”的一组', { expected: '例如 night: { time: quiet }' });
        return { written: null, read: new Map(), open: new Set() };
    }
    const written = new Map();
    for (const name of root.keys()) {
        const at = root.at(name);
        if (!conditionName.safeParse(name).success) {
            findings.add(at.keySpot(), 'BZ104', `条件名 ${name} 的写法不对`, { expected: '小写字母、数字和 _' });
        }
        written.set(name, at);
    }
    return { written, read: new Map(), open: new Set() };
}
//# sourceMappingURL=conditions.js.map