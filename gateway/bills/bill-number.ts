/** `S` for sample, the serial number, and a check digit (ISO/IEC 7812, Luhn) that finds a digit typed wrong. */
export function billNumber(serial: number): string {
  const digits = String(serial).padStart(8, '0');
  return `S-${digits}-${String(checkDigit(digits))}`;
}

function checkDigit(digits: string): number {
  const sum = digits
    .split('')
    .reverse()
    .reduce((total, character, place) => {
      const value = Number(character) * (place % 2 === 0 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return (10 - (sum % 10)) % 10;
}
