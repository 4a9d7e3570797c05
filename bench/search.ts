import { searchEndpoints } from '../feishu/catalog';
import { MORE_SENTENCES, SENTENCES } from '../test/support/catalog/sentences';
import { rankOf } from '../test/support/catalog/ranks';

/** How many of the sentences that people would type find the endpoint that is meant. Needs no n8n. */
export async function benchSearch(): Promise<void> {
	for (const [name, sentences] of [
		['Written before the search was looked at', SENTENCES],
		['Written by somebody else', MORE_SENTENCES],
	] as const) {
		const ranks = await Promise.all(
			sentences.map(async (row) => [row[0], await rankOf(row, searchEndpoints)] as const),
		);
		const within = (most: number) => ranks.filter(([, rank]) => rank < most).length;
		console.log(`\n${name}: ${sentences.length} sentences`);
		console.log(`first ${within(1)}, in the first three ${within(3)}, in the first ten ${within(10)}`);
		for (const [sentence, rank] of ranks) if (rank >= 3) console.log(`  not in the first three: ${sentence}`);
	}
}
