export {};
//# sourceMappingURL=signal.js.map