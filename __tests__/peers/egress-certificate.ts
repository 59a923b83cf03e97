/** As a network has it that reads along: for all hosts of GitHub.com, of `acme.ghe.com` and below `acme.example`. Valid until 2125. */
export const egressCertificate = {
  cert: `-----BEGIN CERTIFICATE-----
MIICSDCCAe6gAwIBAgIULyABrsL1tkz44sSivGUk/EORkGIwCgYIKoZIzj0EAwIw
JTEjMCEGA1UEAwwaYSBuZXR3b3JrIHRoYXQgcmVhZHMgYWxvbmcwIBcNMjYxMTMw
MDc0MTIyWhgPMjEyNTA2MjQwNzQxMjJaMCUxIzAhBgNVBAMMGmEgbmV0d29yayB0
aGF0IHJlYWRzIGFsb25nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEmkYpMkvN
S5bf0Y4mbowHH0yZbdFvYW/4NMP1hgpCnZPF8HYKN7EV8fd/y8rjx9RkAlpHSqjP
IKhP9V3W5M2dlaOB+TCB9jAdBgNVHQ4EFgQUbcfxTy4CyaT3aXJvL7Zt0jf0Y1ww
HwYDVR0jBBgwFoAUbcfxTy4CyaT3aXJvL7Zt0jf0Y1wwDwYDVR0TAQH/BAUwAwEB
/zCBogYDVR0RBIGaMIGXggpnaXRodWIuY29tggwqLmdpdGh1Yi5jb22CHyouYWN0
aW9ucy5naXRodWJ1c2VyY29udGVudC5jb22CFyouYmxvYi5jb3JlLndpbmRvd3Mu
bmV0ggkqLmdoZS5jb22CDiouYWNtZS5naGUuY29tghYqLmFjdGlvbnMuYWNtZS5n
aGUuY29tgg4qLmFjbWUuZXhhbXBsZTAKBggqhkjOPQQDAgNIADBFAiEAoaQ3Ku5N
oAny5nKAv60cdbP8FnzFQWQMrVcq3uMdqBwCIFi8+fm7/Okpssmu1KTgpID7ghqN
l4gtjws7QHtzkqzK
-----END CERTIFICATE-----
`,
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgrrH4XyA+y9LjDmyS
ns1IFy9fvemfPoECecqPhHsubtehRANCAASaRikyS81Llt/RjiZujAcfTJlt0W9h
b/g0w/WGCkKdk8Xwdgo3sRXx93/LyuPH1GQCWkdKqM8gqE/1XdbkzZ2V
-----END PRIVATE KEY-----
`,
};
