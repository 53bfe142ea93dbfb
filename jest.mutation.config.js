import config from './jest.config.js'

/** Of one room, where ROOM names it: a mutant costs the loading of every test file. */
const room = process.env.ROOM ?? '{text,engine,policy}'

/** For `npm run mutation`: the tests of the pure core, without those that read the corpus or train. */
export default {
  ...config,
  testEnvironment: '@stryker-mutator/jest-runner/jest-env/node',
  testMatch: [`<rootDir>/test/${room}/**/*.test.ts`],
  testPathIgnorePatterns: ['/test/text/disguises', '/test/text/intent/'],
}
