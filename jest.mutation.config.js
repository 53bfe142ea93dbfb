import config from './jest.config.js'

/** Of one room, where ROOM names it, or some files of one, where TESTS does: a mutant costs the loading of every one. */
const tests = process.env.TESTS ?? `${process.env.ROOM ?? '{text,engine,policy}'}/**/*.test.ts`

/** For `npm run mutation`: the tests of the pure core, without those that read the corpus or train. */
export default {
  ...config,
  testEnvironment: '@stryker-mutator/jest-runner/jest-env/node',
  testMatch: [`<rootDir>/test/${tests}`],
  testPathIgnorePatterns: ['/test/text/disguises', '/test/text/intent/'],
}
