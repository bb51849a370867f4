-- An act's identity is its actor's and its own id: acts of before have the latter alone.
UPDATE act SET id = actor || ':' || id WHERE strpos(id, ':') = 0;
