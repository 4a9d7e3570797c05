/** The form names what stands behind a number, from the texts that only the built package has. */
import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { FeishuOpenApi } from '../../../../nodes/FeishuOpenApi/FeishuOpenApi.node';

const LIST = 'GET /open-apis/application/v6/applications';

jest.mock(
	'../../../../texts/application.json',
	() => ({ [LIST]: { 'query.status=0': 'Stopped', 'query.status=1': 'Enabled' } }),
	{
		virtual: true,
	},
);

it('shows a number with its name, and alone where nobody says what it stands for', async () => {
	const context = { getCurrentNodeParameter: () => LIST } as unknown as ILoadOptionsFunctions;
	const form = await new FeishuOpenApi().methods.resourceMapping.getEndpointFields?.call(context);
	expect(form?.fields.find(({ id }) => id === 'query.status')?.options).toEqual([
		{ name: '0 · Stopped', value: 0 },
		{ name: '1 · Enabled', value: 1 },
		{ name: '2', value: 2 },
	]);
});
