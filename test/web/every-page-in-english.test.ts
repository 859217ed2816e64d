import { seeEveryPageIn } from './see-every-page.js';

seeEveryPageIn('en');
