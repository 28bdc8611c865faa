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
];
