import { seeEveryPageIn } from './see-every-page.js';

seeEveryPageIn('ar');
