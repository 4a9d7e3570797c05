import fc, { seed, seedOf } from '../../support/generated';

describe('the seed of generated inputs', () => {
	it('is one that stays, unless FC_SEED says another', () => {
		expect([seedOf(undefined), seedOf(''), seedOf('7'), seedOf('-1')]).toEqual([20_260, 20_260, 7, -1]);
		for (const given of ['x', '1.5', '4294967296']) expect(() => seedOf(given)).toThrow(`FC_SEED=${given}`);
	});

	it('is that of each property', () => {
		const generated = () => fc.sample(fc.integer(), 5);
		expect(generated()).toEqual(generated());
		expect(fc.readConfigureGlobal().seed).toBe(seed);
	});

	it('is told by what fails', async () => {
		const wrong = () => {
			throw new Error('not so');
		};
		const told = { message: expect.stringContaining(`FC_SEED=${seed}`), cause: new Error('not so') };
		const sync = async () => fc.assert(fc.property(fc.integer(), wrong));
		await expect(sync()).rejects.toMatchObject(told);
		await expect(fc.assert(fc.asyncProperty(fc.integer(), async () => wrong()))).rejects.toMatchObject(told);
	});
});
