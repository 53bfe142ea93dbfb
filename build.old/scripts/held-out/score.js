/** Labels on which silence is right. */
const LEFT_ALONE = ['normal', 'complaint_dissent', 'unanswered_question', 'bot_appeal'];
/** Figures of lines that somebody labelled; those without a label count for nothing. */
export function figuresOf(all) {
    const labelled = all.filter(({ line }) => line.label !== null);
    const part = (among, test) => ({
        some: among.filter(test).length,
        all: among.length,
    });
    const ordinary = labelled.filter(({ line }) => line.label === 'normal');
    const due = labelled.filter(({ line }) => !LEFT_ALONE.includes(line.label));
    const grave = labelled.filter(({ line }) => line.severity === 'P0');
    return {
        lines: labelled.length,
        missing: labelled.filter(({ got }) => got === null).length,
        falseAlarms: part(ordinary, isMade),
        approached: part(ordinary, ({ got }) => got !== null && got.respond !== 'allow' && got.respond !== 'collect'),
        caught: part(due, isMade),
        p0Caught: part(grave, saysP0),
        p0Escalated: part(grave, ({ got }) => got?.respond === 'escalate'),
        p0False: part(labelled, one => saysP0(one) && one.line.severity !== 'P0'),
    };
}
const isMade = ({ got }) => got !== null && got.respond !== 'allow';
const saysP0 = ({ got }) => got?.respond === 'escalate' && got.severity === 'P0';
/** A false alarm, a miss, or a P0 where none was due, or the other way round. */
export function isWrong(one) {
    const { label, severity } = one.line;
    if (label === null)
        return false;
    const isDue = label === 'normal' ? false : LEFT_ALONE.includes(label) ? null : true;
    return (isDue !== null && isMade(one) !== isDue) || saysP0(one) !== (severity === 'P0');
}
/** The same for each label, the most frequent first. */
export function byLabel(all) {
    const groups = new Map();
    for (const one of all) {
        const { label } = one.line;
        if (label === null)
            continue;
        const group = groups.get(label);
        if (group)
            group.push(one);
        else
            groups.set(label, [one]);
    }
    return [...groups]
        .sort(([, a], [, b]) => b.length - a.length)
        .map(([label, told]) => [label, figuresOf(told)]);
}
//# sourceMappingURL=score.js.map