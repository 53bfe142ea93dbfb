export {};
//# sourceMappingURL=echo.js.map