/** Raw agreement and Cohen's kappa of pairs of answers. */
export function agreementOf(pairs) {
    const same = pairs.filter(([one, other]) => one === other).length;
    const raw = pairs.length === 0 ? 0 : same / pairs.length;
    const [first, second] = [sharesOf(pairs.map(([one]) => one)), sharesOf(pairs.map(([, other]) => other))];
    let chance = 0;
    for (const [answer, share] of first)
        chance += share * (second.get(answer) ?? 0);
    return { pairs: pairs.length, same, raw, kappa: chance === 1 ? 1 : (raw - chance) / (1 - chance) };
}
function sharesOf(answers) {
    const shares = new Map();
    for (const answer of answers)
        shares.set(answer, (shares.get(answer) ?? 0) + 1 / answers.length);
    return shares;
}
//# sourceMappingURL=agreement.js.map