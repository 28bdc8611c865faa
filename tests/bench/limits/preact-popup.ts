import { h, render } from 'preact';

render(h('p', null, 'Hello'), document.body);
