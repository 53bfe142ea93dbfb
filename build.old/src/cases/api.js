/** One meaning each, everywhere (POLICY.md, section 5). */
export const DIGITS = ['1', '2', '3', '4', '5', '6', '0', '?'];
//# sourceMappingURL=api.js.map