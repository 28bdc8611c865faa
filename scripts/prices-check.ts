import { readFileSync } from 'node:fs';
import { priceDifferences, readPriceFile } from './prices/compare';

/** `npm run prices:check -- FILE`: where the price list differs from a file of models.dev's. */
const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('Say which file: npm run prices:check -- FILE');

const differences = priceDifferences(readPriceFile(readFileSync(file, 'utf8')), Date.now());
process.stdout.write(differences.map((line) => `${line}\n`).join('') || 'No differences.\n');
process.exitCode = differences.length === 0 ? 0 : 1;
