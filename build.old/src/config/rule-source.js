export {};
//# sourceMappingURL=rule-source.js.map