import config from './jest.config.js'

/** For `npm run mutation`: the tests of the pure core, without those that read the corpus or train. */
export default {
  ...config,
  testEnvironment: '@stryker-mutator/jest-runner/jest-env/node',
  testMatch: ['<rootDir>/test/{text,engine,policy}/**/*.test.ts'],
  testPathIgnorePatterns: ['/test/text/disguises', '/test/text/intent/'],
}
