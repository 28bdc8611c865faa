import type { Specimen } from './specimens';

const icon = '<svg width="12" height="12"><path d="M0 0h9v9z"/></svg>';
const pixel = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
const letters = [...'River'].map((letter) => `<span>${letter}</span>`).join('');

/** What a line is by its look alone. */
export const shownLines: readonly Specimen[] = [
  {
    name: 'links with an icon in the midst of a sentence',
    body: `<p>Read the <a href="#" style="display: inline-flex; gap: 4px">${icon}<span>river guide</span></a>, or the
      <a href="#" style="display: inline-grid; grid-auto-flow: column"><span>town guide</span>${icon}</a> before you row.</p>
      <h3>Ask <span style="display: inline-flex"><img src="${pixel}" width="16" height="16" alt=""><b>Ann</b></span>,
      <a href="#" style="display: inline-flex"><div>${icon}</div><div>or Bob</div></a></h3>`,
    text: 'Read the river guide, or the town guide before you row.\n\n### Ask Ann, or Bob',
  },
  {
    name: 'letters and words in such boxes',
    body: `<h3><span style="display: inline-flex">${letters}</span> <span style="display: inline-flex; gap: 9px"><i>of</i><i>a</i><i>boat</i></span>
      <a href="#" style="display: inline-flex"><b>by</b><b>day</b></a></h3>`,
    text: '### River of a boat by day',
  },
  {
    name: 'lines in such a box',
    body: '<p>In all: <span style="display: inline-flex; flex-direction: column"><span>twelve boats</span><span>three ropes</span></span></p>',
    text: 'In all:\ntwelve boats\nthree ropes',
  },
  {
    name: 'numbers that are drawn within items, and those before headings',
    body: `<style>.steps { list-style: none; padding: 0 } .steps > li { counter-increment: step } .steps .number::before { content: counter(step) "." }
      .steps h4::before { content: "Step " counter(step) }</style>
      <ol class="steps"><li><span class="number"></span><div>Row to the bank</div></li><li><span class="number"></span><div>Pull the rope</div></li></ol>
      <p>Or by the bridge:</p><ul class="steps"><li><h4>Walk</h4>Over the bridge of stone</li><li><h4>Rest</h4>On the other bank</li></ul>
      <p>Then:</p><ol><li><h4>Eat</h4>What is there to eat</li><li><h4>Sleep</h4>Until the sun is up</li></ol>`,
    text: '1. Row to the bank\n2. Pull the rope\n\nOr by the bridge:\n\n1. #### Walk\n\nOver the bridge of stone\n\n2. #### Rest\n\nOn the other bank\n\nThen:\n\n1. #### Eat\n\nWhat is there to eat\n\n2. #### Sleep\n\nUntil the sun is up',
  },
  {
    name: 'cells that reach to the end of their part of a table, and no further',
    body: `<table><tbody><tr><th rowspan="0">Boats</th><td>small</td><td>12</td></tr><tr><td>large</td><td>3</td></tr></tbody>
      <tbody><tr><th rowspan="9">Ropes</th><td>short</td><td>40</td></tr><tr><td>long</td><td>9</td></tr></tbody>
      <tbody><tr><th>Bells</th><td>loud</td><td>2</td></tr></tbody></table>`,
    text: 'Boats\tsmall\t12\n\tlarge\t3\nRopes\tshort\t40\n\tlong\t9\nBells\tloud\t2',
  },
];
