// What drives the browsers, for tests in other folders: the packages lie in this one.
export {chromium} from 'playwright-core';
export {default as puppeteer} from 'puppeteer-core';
