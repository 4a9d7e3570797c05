import { encrypt, signature } from '../../../simulator/events/crypto';

describe('the event crypto of the simulator', () => {
	it("encrypts to the vector of the platform's page", () => {
		const vector = 'P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=';
		expect(encrypt('hello world', 'test key', Buffer.from(vector, 'base64').subarray(0, 16))).toBe(vector);
	});

	it('uses a new IV each time', () => {
		expect(encrypt('x', 'k')).not.toBe(encrypt('x', 'k'));
	});

	it('signs timestamp, nonce, key and body', () => {
		const body = '{"encrypt":"P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk="}';
		expect(signature('1700000000', 'nonce1', 'test key', body)).toBe(
			'21b279029a3bdf7b9f02a4935c76c53f09876d9d0e45add77a99d55d1bc7e79e',
		);
	});
});
