from django import forms


class SignInForm(forms.Form):
    """The shape of a sign-in; whether it is right is asked of the authentication backends."""

    username = forms.CharField(
        label="Tên đăng nhập", max_length=100, error_messages={"required": "Chưa nhập tên đăng nhập."}
    )
    password = forms.CharField(
        label="Mật khẩu",
        max_length=200,
        strip=False,
        widget=forms.PasswordInput,
        error_messages={"required": "Chưa nhập mật khẩu."},
    )
