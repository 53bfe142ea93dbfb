const UNITS = { 十: 10, 百: 100, 千: 1000 };
const ONES = '零一二三四五六七八九';
/**
 * The number that Chinese numerals spell: 二十三 → 23, 一万二 → 12000. A last figure without a unit is a tenth of the
 * unit before it, as people say it (两百五 is 250). NaN for what is no numeral.
 */
export function spelledNumber(text) {
    let total = 0;
    let section = 0;
    let figure = 0;
    let unit = 1;
    for (const character of text.replace(/两/g, '二').replace(/〇/g, '零')) {
        if (character === '万') {
            total += (section + figure || 1) * 10_000;
            section = 0;
            figure = 0;
            unit = 10_000;
        }
        else if (character in UNITS) {
            unit = UNITS[character];
            section += (figure || 1) * unit;
            figure = 0;
        }
        else {
            const value = ONES.indexOf(character);
            if (value < 0)
                return Number.NaN;
            // 一百零五 is 105; 一二三 is read figure by figure
            figure = unit === 1 ? figure * 10 + value : value;
            if (character === '零')
                unit = 10;
        }
    }
    return total + section + (unit > 10 ? figure * (unit / 10) : figure);
}
//# sourceMappingURL=numerals.js.map