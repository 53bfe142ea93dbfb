export {};
//# sourceMappingURL=gateway.js.map