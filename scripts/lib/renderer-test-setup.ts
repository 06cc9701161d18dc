import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

// The library cleans up by itself only with global test functions, which we do not use.
afterEach(cleanup);
