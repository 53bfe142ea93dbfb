const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = '10X98765432';
/** First two digits of the places that GB/T 2260 knows, and 83, 91. */
const PROVINCES = new Set('11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(' '));
/** A citizen's number by GB 11643: 17 digits and a check character, province and date of birth possible. */
export function isNationalId(id) {
    if (!/^\d{17}[\dX]$/.test(id) || !PROVINCES.has(id.slice(0, 2)))
        return false;
    if (!isDate(Number(id.slice(6, 10)), Number(id.slice(10, 12)), Number(id.slice(12, 14))))
        return false;
    let sum = 0;
    for (let i = 0; i < 17; i++)
        sum += Number(id[i]) * ID_WEIGHTS[i];
    return ID_CHECKS[sum % 11] === id[17];
}
function isDate(year, month, day) {
    if (year < 1800 || year > 2099)
        return false;
    const date = new Date(Date.UTC(year, month - 1, day));
    return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
/** Luhn's check (ISO/IEC 7812-1). */
export function isLuhn(digits) {
    let sum = 0;
    for (let i = 0; i < digits.length; i++) {
        const digit = Number(digits[digits.length - 1 - i]);
        const doubled = i % 2 === 1 ? digit * 2 : digit;
        sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 === 0;
}
/** UnionPay, Visa, Mastercard, JCB and the older domestic ranges. */
const ISSUERS = /^(?:6|4|5[1-5]|2[2-7]|35|9558|9843|900)/;
/** 16 to 19 digits of a known range that pass Luhn's check. */
export function isBankCard(digits) {
    return /^\d{16,19}$/.test(digits) && ISSUERS.test(digits) && !/^(\d)\1+$/.test(digits) && isLuhn(digits);
}
/** 11 digits of a mobile number of the mainland. */
export function isMobile(digits) {
    return /^1[3-9]\d{9}$/.test(digits);
}
/** Area code and subscriber number: no service numbers such as 010-12345. */
export function isLandline(digits) {
    return /^0(?:10|2\d)[2-9]\d{7}$/.test(digits) || /^0[3-9]\d{2}[2-9]\d{6,7}$/.test(digits);
}
//# sourceMappingURL=checks.js.map