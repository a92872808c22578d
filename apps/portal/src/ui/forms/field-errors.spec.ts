import { describe, expect, it } from '@jest/globals';
import { errorAt, errorsElsewhere } from './field-errors.js';

const refused = (...path: string[]) => ({ message: path.join('.'), path });

describe('the errors of a form', () => {
  it('stand at their field or above, each at one place', () => {
    const errors = [refused('input', 'name'), refused('lines', '2', 'quantity'), refused('input', 'site'), refused()];
    expect(errorAt(errors, 'name')).toBe('input.name');
    expect(errorAt(errors, 'lines', 2)).toBe('lines.2.quantity');
    expect(errorsElsewhere(errors, ['name', 'lines'])).toEqual([refused('input', 'site'), refused()]);
  });

  it('are kept from the head of the form by the whole path of a field only', () => {
    const errors = [refused('lots'), refused('lots', '0', 'lotId'), refused('lots', '0', 'statement')];
    expect(errorAt(errors, 'lots', '0', 'statement')).toBe('lots.0.statement');
    expect(errorsElsewhere(errors, ['lots.0.statement'])).toEqual([refused('lots'), refused('lots', '0', 'lotId')]);
  });
});
